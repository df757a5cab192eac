export const recover = {
  title: 'I can’t use my passkey',
  steps: {
    address: 'Address',
    code: 'Code',
    way: 'Way back in',
  },
  found: 'Found your passkey? <link>Sign in</link>',
  welcome: 'Let’s get you back in',
  freshTitle: 'Please get a new code',
  intro: 'We send a code to your mailbox. Then we show you your options.',
  emailHint: 'You can use any address of your account.',
  sendCode: 'Send me a code',
  sendFresh: 'Send me a new code',
  over: 'That step has expired, or the recovery was cancelled. Get a new code to continue.',
  checkMail: 'Check your e-mail',
  sentTo:
    'If <b>{email}</b> belongs to an account, we sent it a six-digit code. The code works for ten minutes, in this tab only.',
  sentLater:
    'If <b>{email}</b> belongs to an account, we send it a twelve-digit code. The code works for ten minutes, in this tab only.',
  code: 'Code from the e-mail',
  codeTries: 'Too many attempts with this code. Get a new one.',
  when: {
    title: 'What happens when …',
    passkey: {
      what: 'You have another passkey',
      todo: 'Sign in with it, and remove the lost one. If someone else has that device, remove it for good.',
    },
    code: {
      what: 'You have your authenticator app or a backup code',
      todo: 'Together with your mailbox it lets you in now.',
    },
    mailbox: {
      what: 'You have only your mailbox',
      todo: 'You wait. We tell everyone who can stop it, and then you create a new passkey.',
    },
    started: {
      what: 'Somebody else has started a recovery',
      todo: 'Stop it with your passkey, with a code, or with the link in the e-mail to your main address.',
    },
    completed: {
      what: 'Somebody else has completed one',
      todo: 'Sign in with your old passkey, or here with your old code, within seven days. Then you can take the account back.',
    },
    session: {
      what: 'Somebody else is signed in to your account',
      todo: 'Sign in, remove what you did not add, and sign out everywhere else. What they added can take nothing away for ten days.',
    },
  },
  second: {
    title: 'One more code',
    intro: 'The mailbox is yours. Enter a code that only you have, and you’re in right away.',
    signIn: 'Sign in',
    lost: 'I lost these too',
    back: 'Back to the recovery',
    lostHint: 'Then there is a wait of {hours, number} hours. It starts only when you start it.',
  },
  explain: {
    title: 'There is a wait of {hours, number} hours',
    intro:
      'Your mailbox is the only proof we have, and others may be able to read it. So we wait, and tell everyone who can stop this.',
    now: 'Right away',
    nowText:
      'We write to every address of the account, and everyone who is signed in to it sees a notice. The main address and everyone with a passkey or a code can cancel the recovery.',
    meanwhile: 'During the wait',
    meanwhileText: 'Nothing changes. If you find your passkey or a code, it still works.',
    after: 'After {hours, number} hours',
    afterText:
      'We write again. You come back here, get a new code and create a new passkey. You have 72 hours for that.',
    end: 'After that',
    endText:
      'Your new passkey replaces everything else. Older passkeys, authenticator app, backup codes and password stop working, and all sessions end. For seven days, an older passkey can take the account back.',
    start: 'Start the {hours, number}-hour wait',
  },
  codeAfterAll: 'I found a code',
  sending: 'Sending the first e-mail',
  sendingHint: 'The wait starts as soon as our e-mail is on its way. Please keep this page open for a moment.',
  waiting: {
    title: 'The wait has started',
    toGo: 'to go',
    goOn: 'You can continue from',
    comeBack: 'Come back to this page then. You can close it until then. We’ll also write to you.',
    freshCode: 'You’ll get a new code and create a new passkey. You’ll have 72 hours for that.',
    turnsUp: 'If you find your passkey before then, sign in and cancel the recovery.',
    blind: 'We need a new code before you can see here whether the recovery is still running, or cancel it.',
    underMinute: 'under 1 min',
  },
  runOut: 'This recovery has expired',
  runOutHint: 'Its 72 hours are over, and nothing was changed. You can start again with a new code.',
  waitOver: 'The wait is over',
  waitOverHint:
    'We send one more code to <b>{email}</b>, to make sure it’s still you. Then you create your new passkey.',
  ready: {
    title: 'Create a new passkey',
    intro: 'The wait is over. This happens when you create your new passkey:',
    removed: 'Older passkeys, authenticator app, backup codes and password stop working.',
    sessions: 'You’re signed out everywhere else.',
    codes: 'You get ten new backup codes right away.',
    hold: 'For ten days, the new passkey can’t remove anything from the account. For seven days, someone with an older passkey can take it back.',
    until: 'You have until <time></time>.',
    make: 'Create my new passkey',
  },
  codes: {
    title: 'You’re back in',
    intro:
      'Your new passkey works. These ten backup codes replace the old ones. Keep them apart from this device. Each works once.',
  },
  offer: {
    title: 'You’re in',
    yours: 'Is this your own device? Then create a passkey on it. Next time you won’t need any codes.',
    unable: 'This browser can’t store a passkey. Add one soon from a device of your own.',
    add: 'Add a passkey on this device',
    notHere: 'Not on this computer',
    toAccount: 'Go to your account',
    twelveHours:
      'This session ends by itself after 12 hours. If the computer isn’t yours, sign out before you leave it.',
  },
  stop: {
    button: 'Cancel this recovery',
    title: 'Cancel this recovery?',
    stays: 'The account stays as it is. We tell all of its addresses.',
    lost: 'You lose the time you have waited. A new recovery waits from the beginning.',
    keep: 'Keep waiting',
    stop: 'Yes, cancel it',
    stopped: 'The recovery was cancelled',
    stoppedHint: 'Nobody got in and nothing was changed. We told every address of the account.',
    toSignIn: 'Go to sign-in',
    again: 'Start again',
  },
} as const
