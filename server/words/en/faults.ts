export const faults = {
  already:
    'This device already has a passkey for your account, so you can sign in with it. To add another one, choose a phone, a security key or another device.',
  notUsed: 'No passkey was used. Try again, or use another way: the passkey may be on another device.',
  notCreated:
    'No passkey was created. You can try again, or choose another place to keep it in the window of your browser.',
  unsupported:
    'This browser or device can’t create the kind of passkey you need here: one that asks for your fingerprint, face or screen lock.',
  wrongPlace: 'Passkeys only work at this site’s own address. Please check the address bar.',
  failed: 'Your device couldn’t use a passkey. Please try again.',
  cookies:
    'Your browser blocks cookies for this site. We need one to recognize your browser between two steps. Allow cookies for this site, then start again.',
  unreachable: 'We couldn’t reach the server. Check your connection and try again.',
  unknown: 'Something went wrong. Please try again.',
  tooManyTries:
    'Too many attempts. You can try again in {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}.',
} as const
