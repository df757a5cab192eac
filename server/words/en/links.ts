export const links = {
  openAgain: 'Open the letter’s link again',
  signIn: 'Sign in',
  signInCheck: 'Sign in and check',
  signInLook: 'Sign in and look',
  allTold: 'All your addresses are told.',
  checkPasskeys: 'Sign in, and check that all passkeys are yours.',
  checkAddresses: 'Check that all addresses of the account are yours.',
  cancel: {
    page: 'Stop a recovery',
    noToken:
      'For your safety its secret part is not kept in the address bar. The link in the letter still works. Signed in, you can also stop a recovery with one press.',
    title: 'Stop this recovery?',
    intro:
      'Somebody who can read your mail asked to get back into your account. If that was not you, stop it here. You need not sign in for it.',
    stays: 'Your account stays as it is, and your passkeys keep working.',
    fromStart: 'If it was you after all, you would have to wait from the beginning.',
    action: 'Stop the recovery',
    done: 'The recovery was stopped',
    doneIntro:
      'Nobody got in. Every link of its letters is dead now. If it was not you who asked for it, do these three things:',
    mailbox: 'Change the password of your mailbox: somebody can read your mail.',
    dead: 'This link stops nothing any more',
    deadIntro:
      'The recovery it belongs to is over: it was stopped, it was completed, or it ran out. Or a part of the link was lost on the way; then open it from the letter once more.',
    deadHint: 'Sign in to see what happened. If another recovery is under way, you can stop it there with one press.',
  },
  undo: {
    page: 'Undo a change of addresses',
    noToken:
      'For your safety its secret part is not kept in the address bar. The link in the letter still works, for seven days after the change.',
    title: 'Undo this change?',
    intro:
      'The addresses of your account were changed, as the letter says. If that was not you, take it back here. You need not sign in for it.',
    before: 'The addresses become what they were before this change.',
    sessions: 'Every session ends, on all devices. Your passkeys keep working.',
    action: 'Undo the change',
    done: 'The change was undone',
    doneIntro:
      'Your addresses are as they were before it, and every session has ended. If it was not you who made the change, do these three things:',
    activity: 'Read the activity: it says from where the change was made.',
    dead: 'This link undoes nothing any more',
    deadIntro:
      'It works once, and for seven days after the change. Or a part of it was lost on the way; then open it from the letter once more. Sign in to see the addresses of your account.',
  },
} as const
