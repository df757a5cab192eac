/** The page behind "That wasn't me". */
export const notMe = {
  title: 'That wasn’t me',
  back: 'Back to the activity',
  session: 'What follows is about the session on <b>{device}</b> from {ip}.',
  end: {
    title: 'End the session',
    live: 'It is still signed in. When you end it, it is over at its next click.',
    over: 'It has ended. Nobody is signed in with it any more.',
    here: 'This is the session you are using now. If someone else used this browser, sign out everywhere else, then sign out here.',
  },
  did: {
    title: 'What it did',
    list: 'What this session did, newest first',
    nothing: 'Nothing that is recorded here.',
    older: 'There is more in the activity.',
  },
  close: {
    title: 'Close what it may have opened',
    passkey: 'The passkey “{name}” was added since then. Remove it if it isn’t yours.',
    noPasskey: 'No passkey was added since then.',
    address: 'The address {address} was added since then. Remove it if it isn’t yours.',
    noAddress: 'No address was added since then.',
    removed: 'Something was removed since then. You can bring it back for seven days.',
    codes: 'Create new backup codes, so that old copies are worthless.',
    password: 'Change your password.',
    mailbox: 'Change the password of your mailbox. A code from it was used.',
    look: 'Look at passkeys',
    lookAddresses: 'Look at addresses',
    toFallbacks: 'Ways back in',
  },
  failed: {
    title: 'Nobody got in',
    about:
      'This was refused, so nothing in your account changed and there is nothing to end. Someone knows your address, or made a typing mistake.',
    often: 'If it happens often, check that you don’t need a password: a passkey can’t be guessed.',
  },
  administered: {
    title: 'An administrator did this',
    about:
      'It came from the people who run this site, and from no session of yours. They can’t sign in as you, and they see no code and no passkey of yours.',
    ask: 'Ask them why. What they did is kept in a record of its own.',
  },
  recovery: {
    title: 'Someone asked for a recovery',
    live: 'It is not over. Cancel it in the notice at the top of this page: nothing in your account changes then.',
    over: 'It is over, and there is nothing to cancel.',
    mailbox: 'If you didn’t ask for it, someone can read your e-mail. Change the password of your mailbox.',
  },
  unknown: {
    title: 'Nothing to end',
    about: 'There is no such entry, or no session belongs to it.',
  },
} as const
