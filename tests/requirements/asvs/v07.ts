import type { Section } from '#tests/requirements/item.ts'

export const v07: Section = {
  title: 'V7 Sessions',
  items: [
    {
      id: 'V7.1.1',
      level: 2,
      says: 'Idle and absolute ends are written down, and why they differ from NIST’s.',
      written: 'docs/security.md#sessions',
    },
    {
      id: 'V7.1.2',
      level: 2,
      says: 'How many sessions there may be is written down.',
      written: 'docs/security.md#sessions',
    },
    {
      id: 'V7.1.3',
      level: 2,
      says: 'Sessions of other systems are written down.',
      notApplicable: 'No other system signs in through Latchkey yet.',
    },
    { id: 'V7.2.1', level: 1, says: 'Tokens are checked by the server.', under: ['S1', 'S5'] },
    { id: 'V7.2.2', level: 1, says: 'Tokens are made for each session.', under: ['S1', 'S6'] },
    { id: 'V7.2.3', level: 1, says: 'They have 128 random bits.', under: ['S1'] },
    { id: 'V7.2.4', level: 1, says: 'A new one at sign-in and confirmation; the old one is over.', under: ['S6'] },
    { id: 'V7.3.1', level: 2, says: 'Sessions end when they are not used.', under: ['S9'] },
    { id: 'V7.3.2', level: 2, says: 'Sessions end.', under: ['S9'] },
    { id: 'V7.4.1', level: 1, says: 'Ended is ended, whatever cookie comes back.', under: ['S1', 'S4', 'S10', 'S11'] },
    { id: 'V7.4.2', level: 1, says: 'Deleting an account ends its sessions.' },
    { id: 'V7.4.3', level: 2, says: 'After a change of factors other sessions can be ended.', under: ['S7'] },
    { id: 'V7.4.4', level: 2, says: 'Signing out is on every page of an account.' },
    { id: 'V7.4.5', level: 2, says: 'The operator can end one person’s sessions, or all.' },
    { id: 'V7.5.1', level: 2, says: 'What touches sign-in asks for a fresh confirmation.', under: ['§6.3'] },
    { id: 'V7.5.2', level: 2, says: 'People see their sessions and end them.', under: ['S11', '§6.3'] },
    { id: 'V7.5.3', level: 3, says: 'What is highly sensitive asks for a factor again.', under: ['§6.3', 'P1'] },
    {
      id: 'V7.6.1',
      level: 2,
      says: 'Sessions here and at other systems fit together.',
      notApplicable: 'No other system signs in through Latchkey yet.',
    },
    {
      id: 'V7.6.2',
      level: 2,
      says: 'No session begins without somebody’s doing.',
      under: ['V3.5.3', 'K2'],
      note: 'A passkey offered under the field has to be picked.',
    },
  ],
}
