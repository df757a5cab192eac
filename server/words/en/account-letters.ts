export const accountLetters = {
  exists:
    'Someone tried to sign up for {product} with this address. You already have an account with it, so you don’t need a new one.',
  existsHint: 'If it was you, sign in with your passkey. If you can’t use it any more, there are other ways back in.',
  cannot: 'I can’t use my passkey',
  existsNotYou:
    'You can ignore this e-mail. Nothing was changed, and that person didn’t learn that you have an account.',
  deletion: 'Your {product} account will be deleted for good in seven days, on {deleteAt}.',
  deletionHint: 'If you change your mind, sign in before then. That alone keeps the account.',
  keep: 'Sign in to keep it',
  deletionNotYou: 'Sign in now to keep the account. Then sign out everywhere else, and remove passkeys you don’t know.',
  kept: 'Someone signed in to your {product} account, so it won’t be deleted. Everything is as it was.',
  keptNotYou: 'Sign in. Then sign out everywhere else, and remove passkeys you don’t know.',
  deleted:
    'Your {product} account was deleted, with its passkeys, codes, addresses and history. This is our last e-mail to you.',
  deletedHint: 'Your devices may still have a passkey for {product}. It no longer works, and you can delete it there.',
  exported:
    'A copy of everything in your {product} account was downloaded: name, addresses, devices and history. Nothing in it opens the account.',
  exportedNotYou:
    'Someone uses a session of yours and could confirm that it is you. Sign in with your passkey, sign out everywhere else, and remove passkeys you don’t know.',
  chosen: 'Someone changed which e-mails your {product} account sends.',
  off: {
    'data-exported': 'You no longer get an e-mail when your data is downloaded.',
    'totp-revived': 'You no longer get an e-mail when a suspended authenticator app works again.',
  },
  loud: 'You get all of them again.',
  always: 'Everything that changes who can get into your account is still told to every address.',
  choose: 'See your choice',
  chosenNotYou:
    'Someone uses a session of yours. Sign in with your passkey, sign out everywhere else, and look at your activity. Then turn these e-mails on again.',
} as const
