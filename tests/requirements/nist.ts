import type { Section } from '#tests/requirements/item.ts'

export const nist: Section[] = [
  {
    title: 'NIST SP 800-63B-4',
    items: [
      { id: 'N1', says: 'A phishing-resistant way is there and encouraged.', under: ['W5', 'A12', 'N20'] },
      { id: 'N2', says: 'Codes, mail and passwords are never called phishing-resistant.' },
      { id: 'N3', says: 'Nonces have at least 64 bits and never repeat.', under: ['W3'] },
      {
        id: 'N4',
        says: 'Public keys are protected against change, shared secrets against reading too.',
        under: ['X7', 'T3'],
      },
      {
        id: 'N5',
        says: 'Verification is asked for and looked at, presence checked, sync and attestation refuse nobody.',
        under: ['W5', 'A16', 'A17', 'W15', 'W6'],
      },
      {
        id: 'N6',
        says: 'Synced passkeys reach AAL2 at most.',
        notApplicable: 'Latchkey claims no assurance level to anybody.',
      },
      {
        id: 'N7',
        says: 'Passwords: at least 8 characters beside a second factor (here 12), at least 64 allowed, any characters, no rules about them, no hints, compared whole after NFC.',
      },
      { id: 'N8', says: 'Listed and contextual passwords are refused whole, with the reason.' },
      { id: 'N9', says: 'Password managers, pasting and showing the password work.', under: ['V6.2.6', 'V6.2.7'] },
      { id: 'N10', says: 'Hashes are salted, costs are kept with them and raised, and a pepper is kept apart.' },
      {
        id: 'N11',
        says: 'Look-up secrets are random, handed out in a confirmed session, used once, hashed and throttled.',
        under: ['B1', 'B2', 'B3', 'B4', 'B6'],
      },
      {
        id: 'N12',
        says: 'Saved recovery codes have at least 64 bits, are hashed and throttled, and one that was used is replaced.',
        under: ['B1', 'B2', 'B5', 'B6'],
        otherwise:
          'A used code is not replaced by itself: nine others are left, the letter says how many, and the check-up asks for new ones at two.',
      },
      {
        id: 'N13',
        says: 'Recovery codes by mail have six digits, live at most 24 hours, are throttled, and go to addresses that were proven; two addresses and more.',
      },
      {
        id: 'N14',
        says: 'Getting back in takes two codes of different kinds, or a way that was analysed.',
        written: 'docs/security.md#getting-back-in',
      },
      { id: 'N15', says: 'It is always told, to every address, with what to do.' },
      {
        id: 'N16',
        says: 'Codes of an app: at least 112 bits of seed, 30 seconds, each taken once, throttled.',
        under: ['T3', 'T4', 'T7', 'T11'],
      },
      {
        id: 'N17',
        says: 'After 100 failures in a row the app is off until it is set up anew; a right code resets the count, a new request does not.',
        under: ['T11', 'L4'],
      },
      { id: 'N18', says: 'Binding something new needs a confirmation and is told.' },
      { id: 'N19', says: 'What was bound, when and from where is kept.', under: ['R27', 'V16.2.1'] },
      { id: 'N20', says: 'Several ways in are encouraged; a lost one can be removed at once.' },
      {
        id: 'N21',
        says: 'Codes that bind a second device are long and short-lived.',
        notApplicable: 'There are none: another device signs in by the browser’s own hybrid transport.',
      },
      {
        id: 'N22',
        says: 'Session secrets are random, made at sign-in, ended at sign-out, never in web storage; writes are checked against forgery.',
        under: ['S1', 'S6', 'S10', 'C1', 'V14.3.3'],
      },
      { id: 'N23', says: 'Cookies are Secure, HttpOnly, `__Host-`, SameSite, opaque, and their end is not relied on.' },
      {
        id: 'N24',
        says: 'Overall and idle ends are the server’s.',
        under: ['S9'],
        note: 'The times are longer than NIST suggests at AAL2: docs/security.md#sessions says why.',
      },
      { id: 'N25', says: 'A remembered browser replaces no sign-in.' },
      { id: 'N26', says: 'Signing out is at hand; so is help.', under: ['V7.4.4'] },
      { id: 'N27', says: 'A deleted account’s authenticators are gone.' },
    ],
  },
]
