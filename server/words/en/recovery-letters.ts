export const recoveryLetters = {
  started:
    'Someone who can read your mail asked to get back into your {product} account without any passkey or code of yours.',
  startedWait:
    'Nobody gets in before the wait is over, at the earliest on {readyAt}. Until then everything stays as it is, and your passkeys keep working.',
  startedYou: 'If it was you, there is nothing to do now: we write to you again when it is ready.',
  waiting: 'The recovery of your {product} account is still waiting. Nobody gets in before {readyAt}.',
  waitingYou: 'If it was you who started it, there is nothing to do now: we write to you again when it is ready.',
  ready: 'The wait is over: you can now get back into your {product} account. You have 72 hours, until {closesAt}.',
  readyHow: 'Go back to {page}, get a fresh code there, and make a new passkey.',
  readyReplaces:
    'The new passkey replaces everything the account could be entered with before: passkeys, authenticator app, backup codes and password. All sessions end.',
  cancelled:
    'The recovery of your {product} account was cancelled. Nobody got in, nothing was changed, and the links of its letters are dead.',
  cancelledNotYou:
    'If you still cannot sign in, start again at {page}. Whoever cancelled it had one of the letters, or is signed in to your account.',
  completed:
    'Your {product} account was recovered: it has a new passkey and new backup codes. Everything it could be entered with before was removed, and all other sessions were ended.',
  completedHold: 'For the next 72 hours its addresses cannot be changed, and it cannot be deleted.',
  completedNotYou:
    'Change the password of your mailbox first. Then take the account back at {page}: your addresses are still on it.',
  stop: 'Stop it with the link above. Opening the page alone changes nothing: you type the word CANCEL there. You do not have to sign in for it.',
  stillTime:
    'There is still time. Stop it with the link above. Opening the page alone changes nothing: you type the word CANCEL there. You do not have to sign in for it.',
  mailbox: 'Whoever started it can read your mail: change the password of your mailbox, too.',
  link: 'Stop this recovery',
} as const
