import type { Section } from '#tests/requirements/item.ts'

export const codes: Section[] = [
  {
    title: 'Authenticator apps',
    items: [
      { id: 'T1', says: 'The test vectors of RFC 4226 pass.' },
      { id: 'T2', says: 'The test vectors of RFC 6238 pass.' },
      {
        id: 'T3',
        says: 'A secret has 160 random bits, is shown once and stored sealed; the server draws its QR code.',
      },
      {
        id: 'T4',
        says: 'The URI for the app has the issuer twice, identical and without colons, SHA-1, six digits and 30 seconds.',
      },
      {
        id: 'T5',
        says: 'A right code turns an app on; one that is only offered is not required and replaces nothing.',
      },
      { id: 'T6', says: 'The code that turned the app on cannot be used again.' },
      {
        id: 'T7',
        says: 'A time step is accepted once for each person, also at the same moment and in other ceremonies.',
      },
      { id: 'T8', says: 'No older time step is accepted after a newer one.' },
      { id: 'T9', says: 'A code may be one step early or late, but not two.' },
      { id: 'T10', says: 'An invalid code is refused as input without a fault and not counted.' },
      {
        id: 'T11',
        says: 'Codes are throttled per account and kind: a pause after five wrong ones, suspension of the app after a hundred; passkeys still work, and revive it.',
      },
      {
        id: 'T12',
        says: 'Turning an app off or replacing it needs a touch, sends a letter, and ends other sessions.',
      },
      {
        id: 'T13',
        says: 'A half-finished sign-in is accepted nowhere else, expires soon, and works once in its own browser.',
      },
      { id: 'T14', says: 'Only the server’s clock counts.' },
    ],
  },
  {
    title: 'Backup codes',
    items: [
      { id: 'B1', says: 'A set has ten codes of 80 bits, without look-alikes, accepted in any spelling.' },
      { id: 'B2', says: 'Codes of 80 random bits are stored as keyed hashes, and found by a selector.' },
      { id: 'B3', says: 'Codes are shown once, never cached, and stored in no file.' },
      { id: 'B4', says: 'One code opens one session, also at the same moment.' },
      {
        id: 'B5',
        says: 'A use sends a letter with the number left; a new set replaces the old one and needs a touch.',
      },
      { id: 'B6', says: 'Backup codes have a throttle of their own.' },
      { id: 'B7', says: 'A sign-in uses one code.' },
      { id: 'B8', says: 'Only a successful sign-in or confirmation uses a code up.' },
    ],
  },
]
