import type { Section } from '#tests/requirements/item.ts'

export const nist: Section[] = [
  {
    title: 'NIST SP 800-63B-4',
    items: [
      {
        id: 'N1',
        says: 'A phishing-resistant way in is offered and encouraged: passkeys.',
        under: ['W5', 'A12', 'N20'],
      },
      { id: 'N2', says: 'Codes, mail and passwords are never called phishing-resistant.' },
      { id: 'N3', says: 'Nonces have at least 64 bits and never repeat.', under: ['W3'] },
      {
        id: 'N4',
        says: 'Public keys are protected against change, shared secrets against reading too.',
        under: ['X7', 'T3'],
      },
      {
        id: 'N5',
        says: 'User verification is requested and checked, presence is checked, and sync and attestation are no reason to refuse.',
        under: ['W5', 'A16', 'A17', 'W15', 'W6'],
      },
      {
        id: 'N6',
        says: 'Synced passkeys reach AAL2 at most.',
        notApplicable: 'Latchkey claims no assurance level.',
      },
      {
        id: 'N7',
        says: 'Passwords: at least 8 characters beside a second factor (here 12), at least 64 allowed, any characters, no rules about them, no hints, compared whole after NFC.',
      },
      { id: 'N8', says: 'Listed and contextual passwords are refused with the reason.' },
      { id: 'N9', says: 'Password managers, pasting and showing the password work.', under: ['V6.2.6', 'V6.2.7'] },
      {
        id: 'N10',
        says: 'Hashes are salted, their costs are stored with them and raised later, and a pepper is stored separately.',
      },
      {
        id: 'N11',
        says: 'Look-up secrets are random, issued in a confirmed session, used once, hashed and throttled.',
        under: ['B1', 'B2', 'B3', 'B4', 'B6'],
      },
      {
        id: 'N12',
        says: 'Saved recovery codes have at least 64 bits, are hashed and throttled, and a used one is replaced.',
        under: ['B1', 'B2', 'B5', 'B6'],
        otherwise:
          'A used code is not replaced automatically: nine others are left, the letter states how many, and the check-up asks for new ones at two.',
      },
      {
        id: 'N13',
        says: 'Recovery codes by mail have six digits or twelve, expire within 24 hours, are throttled, and go to proven addresses; an account can have several.',
      },
      {
        id: 'N14',
        says: 'Recovery needs two codes of different kinds, or another analysed way.',
        written: 'docs/security.md#getting-back-in',
      },
      { id: 'N15', says: 'A recovery is always reported to every address, with instructions.' },
      {
        id: 'N16',
        says: 'Codes of an app have a seed of at least 112 bits and last 30 seconds; each is accepted once, and guesses are throttled.',
        under: ['T3', 'T4', 'T7', 'T11'],
      },
      {
        id: 'N17',
        says: 'After 100 failures in a row, at sign-in and in sessions together, the app is disabled; a right code resets the count, and a new request does not.',
        under: ['T11', 'L4'],
        note: 'A sign-in with a passkey enables it again: another authenticator of the account proves who asks.',
      },
      { id: 'N18', says: 'Adding a factor needs a confirmation and sends a letter.' },
      { id: 'N19', says: 'Added factors are stored with time and place.', under: ['R27', 'V16.2.1'] },
      { id: 'N20', says: 'Several ways in are encouraged, and a lost one can be removed at once.' },
      {
        id: 'N21',
        says: 'Codes that bind a second device are long and short-lived.',
        notApplicable: 'There are none: another device signs in through the browser’s own hybrid transport.',
      },
      {
        id: 'N22',
        says: 'Session secrets are random, made at sign-in, ended at sign-out, never in web storage; writes are checked against forgery.',
        under: ['S1', 'S6', 'S10', 'C1', 'V14.3.3'],
      },
      {
        id: 'N23',
        says: 'Cookies are Secure, HttpOnly, `__Host-`, SameSite and opaque, and the server does not rely on their expiry.',
      },
      {
        id: 'N24',
        says: 'The server enforces absolute and idle timeouts.',
        under: ['S9'],
        note: 'The times are longer than NIST suggests at AAL2; docs/security.md#sessions gives the reason.',
      },
      { id: 'N25', says: 'A remembered browser does not replace a sign-in.' },
      { id: 'N26', says: 'Signing out and help are easy to find.', under: ['V7.4.4'] },
      { id: 'N27', says: 'Deleting an account deletes its authenticators.' },
    ],
  },
]
