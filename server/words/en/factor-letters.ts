export const factorLetters = {
  'totp-on':
    'An authenticator app was turned on for your {product} account. Its codes can now help you back in when you don’t have your passkey with you.',
  'totp-off':
    'The authenticator app was turned off for your {product} account. Its codes no longer work. If there was a password, it was removed too.',
  'totp-suspended':
    'Someone entered 100 wrong codes in a row for your {product} account. We suspended your authenticator app before a code could be guessed: no code from it is accepted for now.',
  'totp-suspendedHint':
    'Nothing was removed. Your passkeys, backup codes and password are as they were. To use the app again, sign in with a passkey once. If you have no passkey, sign in with a backup code and replace the app.',
  'totp-suspendedNotYou':
    'The person who entered these codes already had your password, or a code from your mailbox, or an open session of yours. Sign in with your passkey, change your password here and the password of your mailbox, and sign out everywhere else.',
  'totp-revived':
    'The authenticator app of your {product} account was suspended after too many wrong codes. Someone has now signed in with a passkey, so its codes are accepted again.',
  'totp-revivedNotYou':
    'Someone has one of your passkeys. Sign in with another passkey, remove the one you don’t trust, and set up your authenticator app and backup codes again.',
  'backup-codes-made': 'New backup codes were created for your {product} account.',
  older: 'All older ones no longer work. You can throw them away.',
  'backup-code-used': 'A backup code of your {product} account was used.',
  left: '{remaining, plural, =0 {It was the last one. Create new backup codes soon.} one {One is left. Create new backup codes soon.} other {# are left.}}',
  'password-set':
    'A password was set for your {product} account. It works only together with a code from your authenticator app or a backup code.',
  'password-removed': 'The password of your {product} account was removed. Your passkeys work as before.',
  see: 'See your ways back in',
  notYou:
    'Sign in with your passkey and sign out everywhere else. Then set up your authenticator app and backup codes again.',
} as const
