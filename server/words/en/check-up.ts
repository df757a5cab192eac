/** What would happen if something were lost. A way completes "sign in with …". */
export const checkUp = {
  fine: 'If you lose {what}, you can still sign in with {ways}.',
  wait: 'If you lose {what}, you can get back in only with your mailbox, after a wait of at least 24 hours.',
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
  spare: 'Your other address still gets our e-mails and can help you back in.',
  youngSpare:
    'Your other address already gets our e-mails. It can help you back in when it has been on the account for ten days.',
  noPasskey: 'If you then lose your password too, you can’t get back in. A passkey or a second address prevents that.',
  waitOther:
    'If you lose your mailbox, you can get back in only with your other address, after a wait of at least 24 hours.',
  lost: 'If you lose your mailbox, you can’t get back in, because you have no passkey you can rely on.',
  noSpare: 'If you then lose your passkeys too, you can’t get back in. A second address prevents that.',
  next: {
    backup_codes: 'Create backup codes and keep them on paper. They work even when you have lost every device.',
    few: '{count, plural, one {Only one backup code is} other {Only # backup codes are}} left. Create new ones.',
    copied: 'Someone may have copied your passkey “{name}”. Remove it, and use another one.',
    onlyCopied:
      'Someone may have copied “{name}”, and it is your only passkey. Add another one first, then remove this one.',
    firstPasskey: 'Add a passkey. Without one, whoever reads your e-mail is closer to your account than you are.',
    passkey: 'Add a passkey on a second device. Then losing one device changes nothing.',
    email: 'Add a second e-mail address. Then losing one mailbox changes nothing.',
    suspended:
      'Your authenticator app is suspended after too many wrong codes. Sign in with a passkey once, and it works again.',
    totp: 'Set up an authenticator app for a computer that isn’t yours.',
  },
} as const
