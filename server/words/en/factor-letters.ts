export const factorLetters = {
  'totp-on':
    'An authenticator app was turned on for your {product} account. Its codes can now help you back in when you don’t have your passkey with you.',
  'totp-off':
    'The authenticator app was turned off for your {product} account. Its codes no longer work. If there was a password, it was removed too.',
  'totp-disabled':
    'Someone entered 100 wrong codes in a row for your {product} account. We stopped accepting codes from your authenticator app before one could be guessed.',
  'totp-disabledHint':
    'Your passkeys work as before. To use the app again, sign in with a passkey and set up the app again.',
  'backup-codes-made':
    'New backup codes were created for your {product} account. All older ones no longer work. You can throw them away.',
  'backup-code-used': 'A backup code of your {product} account was used.',
  left: '{remaining, plural, =0 {It was the last one. Create new backup codes soon.} one {One is left. Create new backup codes soon.} other {# are left.}}',
  'password-set':
    'A password was set for your {product} account. It works only together with a code from your authenticator app or a backup code.',
  'password-removed': 'The password of your {product} account was removed. Your passkeys work as before.',
  see: 'See your ways back in',
  notYou:
    'Sign in with your passkey and sign out everywhere else. Then set up your authenticator app and backup codes again.',
} as const
