export const removedLetters = {
  kept: 'What was removed or replaced is kept for seven days. Until {until}, you can bring it back on your account’s page.',
  takesBack:
    'Until then, whoever holds it can also take the account back with it. If someone else has it, remove it for good on that page.',
  'way-in-brought-back':
    '{way, select, passkey {The passkey “{name}”} totp {The authenticator app} backup_codes {The backup codes} other {The password}} of your {product} account {way, select, backup_codes {were} other {was}} brought back. {way, select, passkey {It can be used to sign in again.} other {What had replaced it no longer works.}}',
  'way-in-removed-for-good':
    '{way, select, passkey {The passkey “{name}”} totp {The removed authenticator app} backup_codes {The removed backup codes} other {The removed password}} of your {product} account can no longer take the account back. Someone confirmed that with another way in and a code from a mailbox of yours.',
  stillBack: 'Until {until}, you can bring it back on your account’s page with any other way in that has settled.',
  takeBackByPasskey:
    'Sign in with this passkey all the same: we then ask whether you want to take the account back. Everybody else is signed out, and what they added goes. If you no longer have it, sign in with another one, bring back what is yours, and sign out everywhere else.',
  takeBackByCode:
    'Go to {page}, prove your mailbox and enter one of the old codes: we then ask whether you want to take the account back. Or sign in with your passkey, bring back what is yours, and sign out everywhere else.',
  see: 'See your ways in',
  notYou:
    'Somebody has one of your ways in. Sign in with your own, bring back what is yours, remove what you don’t know, and sign out everywhere else.',
} as const
