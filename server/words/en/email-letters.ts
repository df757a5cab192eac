export const emailLetters = {
  'email-added':
    'The address {address} was added to your {product} account. It gets e-mails like this one right away. It can recover the account in ten days.',
  'email-removed':
    'The address {address} was removed from your {product} account. It gets no more e-mails and can no longer help you back in.',
  'email-promoted':
    'The address {address} is now the primary address of your {product} account. The primary address can cancel a recovery that another address started.',
  'email-restored': 'The address {address} was brought back to your {product} account. It is what it was before.',
  see: 'See your addresses',
  notYou:
    'Sign in with a passkey or a code that you had before. On your account’s page, take the change back, sign out everywhere else, and check your passkeys. You have seven days.',
  notYouHint: 'If you can’t sign in any more, recover the account at {page}.',
} as const
