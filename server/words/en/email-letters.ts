export const emailLetters = {
  'email-added':
    'The address {address} was added to your {product} account. It gets letters like this one at once, and helps you back in only after a waiting time of 24 hours or more.',
  'email-removed':
    'The address {address} was removed from your {product} account. It gets no more letters and no longer helps you back in.',
  'email-promoted': 'The address {address} is now the main address of your {product} account.',
  'email-restored':
    'A change of addresses of your {product} account was undone: {address} is what it was before. All sessions were ended, so sign in again.',
  see: 'See your addresses',
  notYou:
    'Sign in with your passkey, check your addresses, and end all other sessions. The address that was there before has a letter that takes the change back.',
  undo: 'Undo this change',
  undoNotYou:
    'Take the change back with the link above. It works for 7 days, until {end}. Opening the page alone changes nothing: you type the word UNDO there.',
  undoEnds:
    'Undoing it ends every session of the account, so whoever made the change is out. Then sign in and check your passkeys.',
} as const
