export const recoveryLetters = {
  started:
    'Someone who can read {address} asked to get back into your {product} account without any passkey or code of yours.',
  startedWait:
    'Nobody gets in before the wait is over: in {hours, plural, one {# hour} other {# hours}} at the earliest, on {readyAt}. Until then nothing changes, and your passkeys keep working.',
  startedYou: 'If it was you, you don’t have to do anything now. We’ll write to you again when it’s ready.',
  waiting:
    'The recovery of your {product} account through {address} is still waiting. Nobody gets in before {readyAt}, {hours, plural, one {# hour} other {# hours}} after it was started.',
  waitingYou: 'If you started it, you don’t have to do anything now. We’ll write to you again when it’s ready.',
  ready:
    'The wait is over. With {address} you can now get back into your {product} account. You have 72 hours, until {closesAt}.',
  readyOther:
    'The wait is over. Whoever can read {address} can now get into your {product} account. They have 72 hours, until {closesAt}.',
  readyHow: 'Get a new code at the link below, and create a new passkey.',
  goOn: 'Get back into my account',
  readyReplaces:
    'The new passkey replaces every earlier way to sign in: passkeys, authenticator app, backup codes and password. All sessions end.',
  cancelled:
    'The recovery of your {product} account was cancelled. Nobody got in, nothing was changed, and the links in its e-mails no longer work.',
  cancelledNotYou:
    'If you still can’t sign in, start again at {page}. Whoever cancelled it had one of the e-mails, or is signed in to your account.',
  completed:
    'Your {product} account was recovered. It has a new passkey and new backup codes. No earlier way to sign in works any more, and all other sessions were ended.',
  completedYou:
    'If it was you, you don’t have to do anything. For ten days, the new passkey can’t remove anything from the account.',
  completedNotYou:
    'Do you have a passkey or a code from before? Sign in with it until {until}, and you get the account back as it was.',
  completedNoPasskey:
    'If you have none, change the password of your mailbox first, and then recover the account yourself at {page}.',
  takeBack: 'Take the account back',
  takenBack: 'Someone used an earlier way in to take your {product} account back.',
  takenBackWhat:
    'Everything that was added since that way in was removed is gone, and what was removed since is back. All other sessions were ended.',
  takenBackNotYou:
    'Somebody has one of your passkeys or codes. Sign in, remove it, and look at your sessions. If you can’t, go to {page}.',
  stopByTouch:
    'Sign in with a passkey, your authenticator app or a backup code, and cancel it there. The main address of the account can cancel it from its own e-mail.',
  stop: 'Cancel it with the link above. Opening the page alone changes nothing: you type the word CANCEL there. You don’t have to sign in.',
  stillTime:
    'There is still time. Cancel it with the link above. Opening the page alone changes nothing: you type the word CANCEL there. You don’t have to sign in.',
  mailbox: 'Whoever started it can read your e-mail. Change the password of your mailbox, too.',
  toAccount: 'Sign in and stop it',
  link: 'Cancel this recovery',
} as const
