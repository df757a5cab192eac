/** What would happen if something were lost. A way completes "sign in with …". */
export const checkUp = {
  fine: 'If you lose {what}, you can still sign in with {ways}.',
  wait: 'If you lose {what}, the only way back is your mailbox and a wait of at least 24 hours.',
  or: ', or with ',
  what: {
    device: 'this device',
    phone: 'your phone',
    phoneWithApp: 'the phone with your authenticator app',
    mailbox: 'your mailbox',
  },
  ways: {
    synced: 'your synced passkey “{name}” on another device',
    other: 'your other passkey, if it is not on the same device',
    app: 'your mailbox and a code from your authenticator app',
    codes: 'your mailbox and a backup code',
    passwordOrCodes: 'your password or mailbox, and a backup code',
    passkeys: '{count, plural, one {your passkey} other {your passkeys}}',
    password: 'your password and a code',
  },
  spare: 'Your other address still gets our letters and can help you back in.',
  noSpare: 'Without your passkeys, though, nobody could let you back in: a second address would.',
  next: {
    backup_codes: 'Make backup codes and keep them on paper: they work when every device is gone.',
    few: '{count, plural, one {Only one backup code is} other {Only # backup codes are}} left. Make new ones.',
    passkey: 'Add a passkey on a second device, so that losing one changes nothing.',
    email: 'Add a second e-mail address, so that losing one mailbox changes nothing.',
    totp: 'Set up an authenticator app, for a computer that is not yours.',
  },
} as const
