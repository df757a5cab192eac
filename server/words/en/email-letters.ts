export const emailLetters = {
  'email-added':
    'The address {address} was added to your {product} account. It gets e-mails like this one right away. It can help you back in only after 24 hours or more.',
  'email-removed':
    'The address {address} was removed from your {product} account. It gets no more e-mails and can no longer help you back in.',
  'email-promoted': 'The address {address} is now the primary address of your {product} account.',
  'email-restored':
    'A change of addresses in your {product} account was undone. {address} is what it was before. All sessions were ended, so sign in again.',
  see: 'See your addresses',
  notYou:
    'Sign in with your passkey, check your addresses, and sign out everywhere else. The address that was there before got an e-mail with a link that undoes the change.',
  undo: 'Undo this change',
  undoNotYou:
    'Undo the change with the link above. The link works for 7 days, until {end}. Opening the page alone changes nothing: you type the word UNDO there.',
  undoEnds:
    'Undoing it ends every session of the account, so whoever made the change is signed out. Then sign in and check your passkeys.',
} as const
