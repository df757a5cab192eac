export const confirmation = {
  title: 'Confirm it’s you',
  byPasskey:
    'This step affects your account’s security. Confirm with one of your passkeys. It then counts for ten minutes.',
  byCode: 'This step affects your account’s security. Your confirmation counts for ten minutes.',
  byBackupCode:
    'This step affects your account’s security. Your confirmation counts for ten minutes and uses up one backup code.',
  confirm: 'Confirm',
  confirmPasskey: 'Confirm with a passkey',
  ratherCode: 'Use a code instead',
  ratherPasskey: 'Use a passkey instead',
  cannot:
    'You can’t confirm in this session. All your passkeys and codes were created after it started, so whoever uses this session could have created them.',
  cannotHint:
    'Sign out and sign in again with your passkey, or with your password if you have one. That counts as a confirmation and brings you back here.',
  signInAgain: 'Sign out and in again',
  appCode: 'Code from your authenticator app',
  appCodeHint: 'Six digits that change every 30 seconds.',
  backupCode: 'Backup code',
  backupCodeHint: 'One of the ten you saved. Each works once.',
  anyCode: 'Code from your app, or a backup code',
  anyCodeHint: 'Six digits from your authenticator app, or one of the backup codes you saved.',
} as const
