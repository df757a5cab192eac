export const home = {
  yourAccount: 'Your account',
  signIn: 'Sign in',
  create: 'Create an account',
  toAccount: 'Go to your account',
  title: 'Sign in with what you already carry.',
  intro:
    '{name} knows you by a passkey: your fingerprint, your face or your screen lock. There is no password to invent, to forget or to have stolen.',
  footer: 'This server is run by its operator, for its own people. It asks no other site for anything.',
  how: 'How it works',
  steps: {
    make: {
      title: 'You make a passkey',
      text: 'Your device makes a pair of keys. The private half stays with you or in your password manager. We keep the public half, which opens nothing by itself.',
    },
    unlock: {
      title: 'You unlock it',
      text: 'To sign in, you unlock your device as you always do. It only answers to this very site, so a copy of this page gets nothing out of it.',
    },
    lose: {
      title: 'You can lose it',
      text: 'An authenticator app or a backup code lets you back in. With nothing left but your mailbox, there is a 24-hour wait that you can stop at any time.',
    },
  },
  knows: 'What this server knows about you',
  keeps: 'It keeps',
  keptAddress: 'Your e-mail address',
  keptPasskeys: 'The public half of each passkey, and the name you gave it',
  keptActivity: 'When, and from which browser and network address, your account was used. You can read all of it.',
  never: 'It never gets',
  neverBody: 'Your fingerprint or your face',
  neverPrivate: 'The private half of any passkey',
  neverPassword: 'A password, unless you choose to set one as a fallback',
  neverTrackers: 'Trackers: no page here asks another site for anything',
} as const
