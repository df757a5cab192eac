import type { Section } from '#tests/requirements/item.ts'

export const codes: Section[] = [
  {
    title: 'Authenticator apps',
    items: [
      { id: 'T1', says: 'RFC 4226’s vectors.' },
      { id: 'T2', says: 'RFC 6238’s vectors.' },
      { id: 'T3', says: '160 random bits for each person, shown once, sealed at rest, drawn here.' },
      {
        id: 'T4',
        says: 'The address for the app names the issuer twice alike, without colons, SHA-1, six digits, 30 seconds.',
      },
      {
        id: 'T5',
        says: 'It is on after a right code and not before; one that was only offered gates and replaces nothing.',
      },
      { id: 'T6', says: 'The code that turned it on is spent.' },
      { id: 'T7', says: 'A step is accepted once for each person, also at the same time and in other ceremonies.' },
      { id: 'T8', says: 'After a step no older one is accepted.' },
      { id: 'T9', says: 'One step early or late, not two.' },
      { id: 'T10', says: 'What is no code is refused as input, never a fault, and not counted.' },
      {
        id: 'T11',
        says: 'Throttled for the account: five, then a pause; a hundred take the app away; passkeys go on.',
      },
      { id: 'T12', says: 'Turning it off or replacing it needs a confirmation, is told, and ends other sessions.' },
      { id: 'T13', says: 'Half a sign-in reaches nothing else, ends soon, works once, in its browser.' },
      { id: 'T14', says: 'Time is the server’s alone.' },
    ],
  },
  {
    title: 'Backup codes',
    items: [
      { id: 'B1', says: 'Ten, of 80 bits each, without look-alikes, read in any spelling.' },
      { id: 'B2', says: 'Hashed with argon2id and salt, found by a selector.' },
      { id: 'B3', says: 'Shown once, never cached, in no file.' },
      { id: 'B4', says: 'One code opens one session, at the same time too.' },
      { id: 'B5', says: 'A use is told with what is left; new ones end all old ones and need a confirmation.' },
      { id: 'B6', says: 'They share the throttle of the app’s codes.' },
      { id: 'B7', says: 'A sign-in uses one.' },
      { id: 'B8', says: 'One is used up only by what succeeds.' },
    ],
  },
]
