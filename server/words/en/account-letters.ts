export const accountLetters = {
  exists:
    'Someone tried to sign up for {product} with this address. You already have an account with it, so no new one is needed.',
  existsHint: 'If it was you, sign in with your passkey. If you cannot use it any more, there are other ways back in.',
  cannot: 'I can’t use my passkey',
  existsNotYou:
    'You can ignore this letter. Nothing was changed, and whoever it was did not learn that you have an account.',
  deletion: 'Your {product} account will be deleted for good on {deleteAt}.',
  deletionHint: 'If you change your mind, sign in before then: that alone keeps the account.',
  keep: 'Sign in to keep it',
  deletionNotYou:
    'Sign in now, which keeps the account. Then end all other sessions, and remove passkeys you do not know.',
  kept: 'Someone signed in to your {product} account, so it is not deleted. Everything is as it was.',
  keptNotYou: 'Sign in, end all other sessions, and remove passkeys you do not know.',
  deleted:
    'Your {product} account was deleted, with its passkeys, codes, addresses and history. This is the last letter to you.',
  deletedHint:
    'A passkey for {product} may still be on your devices. It opens nothing any more, and you can delete it there.',
} as const
