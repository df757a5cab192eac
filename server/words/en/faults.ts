export const faults = {
  already: 'This device already has a passkey for your account.',
  unsupported:
    'This browser or this device cannot make the kind of passkey that is needed here: one that asks for your fingerprint, face or screen lock.',
  wrongPlace: 'Passkeys only work at this site’s own address. Please check the address bar.',
  failed: 'Your device could not use a passkey just now. Please try again.',
  unreachable: 'The server could not be reached. Check your connection and try again.',
  unknown: 'Something went wrong. Please try again.',
  tooManyTries:
    'Too many tries. You can try again in {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}.',
} as const
