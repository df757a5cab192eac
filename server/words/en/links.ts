export const links = {
  openAgain: 'Open the link in the e-mail again',
  signIn: 'Sign in',
  signInCheck: 'Sign in and check',
  signInLook: 'Sign in and check',
  allTold: 'We tell all your addresses.',
  checkPasskeys: 'Sign in and check that all passkeys are yours.',
  checkAddresses: 'Check that all addresses of the account are yours.',
  cancel: {
    page: 'Cancel a recovery',
    noToken:
      'For your safety, the secret part of the link doesn’t stay in the address bar. The link in the e-mail still works. When you’re signed in, you can also cancel a recovery with your passkey.',
    title: 'Cancel this recovery?',
    intro:
      'Someone who can read your e-mail asked to get back into your account. If that wasn’t you, cancel it here. You don’t have to sign in.',
    stays: 'Your account stays as it is, and your passkeys keep working.',
    fromStart: 'If it was you after all, you’ll have to wait from the beginning.',
    action: 'Cancel the recovery',
    done: 'The recovery was cancelled',
    doneIntro:
      'Nobody got in. The links in its e-mails no longer work. If you didn’t ask for it, do these three things:',
    mailbox: 'Change the password of your mailbox. Someone can read your e-mail.',
    dead: 'This link no longer works',
    deadIntro:
      'The recovery it belongs to is over: it was cancelled, it was completed, or it has expired. If a part of the link is missing, open it from the e-mail again.',
    deadHint:
      'Sign in to see what happened. If another recovery is in progress, you can cancel it there with your passkey.',
  },
} as const
