export const places = {
  home: 'Go to the start',
  goodbye: {
    title: 'Goodbye',
    intro: 'You are signed out everywhere. Your account and everything in it will be deleted in seven days.',
    undo: 'Changed your mind, or this was not you? Sign in within these seven days and the account stays as it was.',
    keep: 'Sign in and keep the account',
  },
  signedOut: {
    title: 'You are signed out',
    intro:
      'Nothing of your account is left in this tab. To come back you need your passkey, or one of your other ways in.',
    others: 'Other devices stay signed in. You find them in your account, under Devices.',
    again: 'Sign in again',
  },
  notFound: {
    page: 'Page not found',
    title: 'This door leads nowhere',
    intro: 'There is no page at this address. It may have been mistyped, or the page has moved.',
  },
  mailbox: {
    title: 'Mailbox',
    intro:
      'This server runs on your own machine and sends nothing out. What it would have mailed is here, newest first.',
    list: 'Letters, newest first',
    empty: 'No letters yet',
    emptyHint: 'Create an account, and its code will arrive here. This page looks for new letters by itself.',
    to: 'To {to}',
    theCode: 'the code',
    openLink: 'Open its link',
    read: 'Read the letter',
    frame: 'Letter: {subject}',
  },
} as const
