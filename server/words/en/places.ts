export const places = {
  home: 'Go to the start page',
  goodbye: {
    title: 'Goodbye',
    intro: 'You’re signed out everywhere. Your account and everything in it will be deleted in seven days.',
    undo: 'Changed your mind, or wasn’t this you? Sign in within these seven days and the account stays as it was.',
    keep: 'Sign in and keep the account',
  },
  signedOut: {
    title: 'You’re signed out',
    intro:
      'This tab has nothing left from your account. To sign in again, you need your passkey or one of your ways back in.',
    others: 'Other devices stay signed in. You find them in your account, under Devices.',
    again: 'Sign in again',
  },
  notFound: {
    page: 'Page not found',
    title: 'Page not found',
    intro: 'There is no page at this address. The address may have a typing error, or the page has moved.',
  },
  mailbox: {
    title: 'Mailbox',
    intro:
      'This server runs on your own machine and doesn’t send e-mail. The e-mails it would have sent are here, newest first.',
    list: 'E-mails, newest first',
    empty: 'No e-mails yet',
    emptyHint: 'Create an account, and its code will arrive here. This page checks for new e-mails by itself.',
    to: 'To {to}',
    theCode: 'the code',
    openLink: 'Open the link',
    read: 'Read the e-mail',
    frame: 'E-mail: {subject}',
  },
} as const
