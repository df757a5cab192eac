export const home = {
  yourAccount: 'Your account',
  signIn: 'Sign in',
  create: 'Create an account',
  toAccount: 'Go to your account',
  title: 'Sign in with what you already carry.',
  intro:
    'You sign in to {name} with a passkey: your fingerprint, your face or your screen lock. You don’t need a password that you could forget or have stolen.',
  footer: 'The operator runs this server for its own users. Its pages load nothing from other sites.',
  how: 'How it works',
  steps: {
    make: {
      title: 'You create a passkey',
      text: 'Your device creates a pair of keys. The private key stays with you or in your password manager. We store the public key, which opens nothing by itself.',
    },
    unlock: {
      title: 'You unlock your device',
      text: 'You sign in by unlocking your device as you always do. The passkey works only on this site, so a copy of this page gets nothing.',
    },
    lose: {
      title: 'You can lose it',
      text: 'An authenticator app or a backup code lets you back in. If you only have your mailbox left, there is a 24-hour wait, and you can cancel it at any time.',
    },
  },
  knows: 'What this server knows about you',
  keeps: 'It stores',
  keptAddress: 'Your e-mail address',
  keptPasskeys: 'The public key of each passkey, and the name you gave it',
  keptActivity: 'When your account was used, and from which browser and IP address. You can read all of it.',
  keptPassword: 'If you choose to set a password as a fallback: a hash of it, which doesn’t reveal it',
  never: 'It never gets',
  neverBody: 'Your fingerprint or your face',
  neverPrivate: 'The private key of any passkey',
  neverTrackers: 'Data from trackers: no page here loads anything from another site',
} as const
