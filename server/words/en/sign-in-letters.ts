export const signInLetters = {
  newBrowser: {
    sign_up:
      'Someone signed in to your {product} account with a passkey made at sign-up, from a browser that your account has not used before.',
    passkey:
      'Someone signed in to your {product} account with a passkey, from a browser that your account has not used before.',
    password:
      'Someone signed in to your {product} account with the password and a second step, from a browser that your account has not used before.',
    mailbox_code:
      'Someone signed in to your {product} account with a code from your mailbox and a second step, from a browser that your account has not used before.',
    recovery:
      'Someone signed in to your {product} account with account recovery, from a browser that your account has not used before.',
  },
  newBrowserNotYou: 'End that session, remove passkeys you do not know, and make new backup codes.',
  borrowed:
    'Someone signed in to your {product} account without a passkey: with a code from your mailbox and a code from your authenticator app or a backup code.',
  borrowedHint:
    'This session is short, and ends by itself. If it is your own device, make a passkey there: it is quicker and safer.',
  borrowedNotYou:
    'Somebody can read your mail and has your other codes. End that session, make new backup codes, set up your authenticator app anew, and change the password of your mailbox.',
  guessed: {
    password:
      'Someone gave the right password for your {product} account, but failed at the second step several times. Nobody got in.',
    mailbox_code:
      'Someone gave the right code from your mailbox for your {product} account, but failed at the second step several times. Nobody got in.',
  },
  guessedHint: 'If it was you, nothing is wrong: wait 15 minutes and try again, or use your passkey.',
  guessedNotYou: {
    password:
      'Somebody knows your password. Sign in with your passkey and change or remove it, here and wherever else you use it.',
    mailbox_code: 'Somebody can read your mail. Change the password of your mailbox, and turn on its second step.',
  },
  see: 'See your sessions',
} as const
