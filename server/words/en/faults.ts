export const faults = {
  already: 'This device already has a passkey for your account.',
  unsupported:
    'This browser or device can’t create the kind of passkey you need here: one that asks for your fingerprint, face or screen lock.',
  wrongPlace: 'Passkeys only work at this site’s own address. Please check the address bar.',
  failed: 'Your device couldn’t use a passkey. Please try again.',
  unreachable: 'We couldn’t reach the server. Check your connection and try again.',
  unknown: 'Something went wrong. Please try again.',
  tooManyTries:
    'Too many attempts. You can try again in {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}.',
} as const
