export const confirmation = {
  title: 'Confirm it’s you',
  byPasskey:
    'This step matters to your account’s safety. Use one of your passkeys to confirm; it then counts for ten minutes.',
  byCode: 'This step matters to your account’s safety. Confirming counts for ten minutes.',
  byBackupCode:
    'This step matters to your account’s safety. Confirming counts for ten minutes, and uses a backup code up.',
  confirm: 'Confirm',
  confirmPasskey: 'Confirm with a passkey',
  ratherCode: 'Use a code instead',
  ratherPasskey: 'Use a passkey instead',
  cannot:
    'This session cannot be confirmed: every passkey and code you have was made after it began, and could have been made by whoever holds it.',
  cannotHint:
    'Sign out and sign in again with your passkey, or with your password if you have one. That counts, and brings you back here.',
  signInAgain: 'Sign out and in again',
  appCode: 'Code from your authenticator app',
  appCodeHint: 'Six digits that change every half minute.',
  backupCode: 'Backup code',
  backupCodeHint: 'One of the ten you saved. Each works once.',
  anyCode: 'Code from your app, or a backup code',
  anyCodeHint: 'Six digits from your authenticator app, or one of the backup codes you saved.',
} as const
