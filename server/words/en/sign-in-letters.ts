export const signInLetters = {
  newBrowser: {
    sign_up:
      'Someone signed in to your {product} account with a passkey created at sign-up. Your account hasn’t been used in this browser before.',
    passkey:
      'Someone signed in to your {product} account with a passkey. Your account hasn’t been used in this browser before.',
    password:
      'Someone signed in to your {product} account with the password and a second step. Your account hasn’t been used in this browser before.',
    mailbox_code:
      'Someone signed in to your {product} account with a code from your mailbox and a second step. Your account hasn’t been used in this browser before.',
    recovery:
      'Someone signed in to your {product} account through account recovery. Your account hasn’t been used in this browser before.',
  },
  newBrowserNotYou: 'End that session, remove passkeys you don’t know, and create new backup codes.',
  borrowed:
    'Someone signed in to your {product} account without a passkey. They used a code from your mailbox, and a code from your authenticator app or a backup code.',
  borrowedHint:
    'This session is short, and ends by itself. If it’s your own device, create a passkey there. That’s quicker and safer.',
  borrowedNotYou:
    'Someone can read your e-mail and has your other codes. End that session, create new backup codes, set up your authenticator app again, and change the password of your mailbox.',
  guessed: {
    password:
      'Someone entered the right password for your {product} account, but failed at the second step several times. Nobody got in.',
    mailbox_code:
      'Someone entered the right code from your mailbox for your {product} account, but failed at the second step several times. Nobody got in.',
  },
  guessedHint: 'If it was you, nothing is wrong. Wait 15 minutes and try again, or use your passkey.',
  guessedNotYou: {
    password:
      'Someone knows your password. Sign in with your passkey and change or remove it, here and everywhere else you use it.',
    mailbox_code:
      'Someone can read your e-mail. Change the password of your mailbox, and turn on two-step verification for it.',
  },
  inSession:
    'Someone is signed in to your {product} account and entered five wrong codes when we asked them to confirm that it is you. Nothing was changed. After ten wrong codes we end that session.',
  inSessionHint:
    'If it was you, check the time on your phone, or confirm with your passkey. After a right answer we count from zero again.',
  inSessionNotYou:
    'Someone uses a session of yours, on a shared computer or with a stolen cookie. Sign in with your passkey and end every session you don’t know.',
  ended:
    'Someone was signed in to your {product} account and entered ten wrong codes when we asked them to confirm that it is you. We ended that session. Your passkeys, codes, addresses and password were not changed by this.',
  endedHint: 'If it was you, sign in again. Your other sessions and your ways to sign in work as before.',
  endedNotYou:
    'Someone used a session of yours, on a shared computer or with a stolen cookie. Sign in with your passkey, end every session you don’t know, and see what happened in your activity.',
  see: 'See your sessions',
} as const
