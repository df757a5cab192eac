import type { Section } from '#tests/requirements/item.ts'

export const v07: Section = {
  title: 'V7 Sessions',
  items: [
    {
      id: 'V7.1.1',
      level: 2,
      says: 'Idle and absolute timeouts are documented, with the reason for differing from NIST’s.',
      written: 'docs/security.md#sessions',
    },
    {
      id: 'V7.1.2',
      level: 2,
      says: 'The number of parallel sessions is documented.',
      written: 'docs/security.md#sessions',
    },
    {
      id: 'V7.1.3',
      level: 2,
      says: 'Sessions of federated systems are documented.',
      notApplicable: 'No other system signs in through Latchkey yet.',
    },
    { id: 'V7.2.1', level: 1, says: 'Tokens are checked by the server.', under: ['S1', 'S5'] },
    { id: 'V7.2.2', level: 1, says: 'Tokens are made for each session.', under: ['S1', 'S6'] },
    { id: 'V7.2.3', level: 1, says: 'Tokens have 128 random bits.', under: ['S1'] },
    { id: 'V7.2.4', level: 1, says: 'Sign-in and confirmation issue a new token and end the old one.', under: ['S6'] },
    { id: 'V7.3.1', level: 2, says: 'Unused sessions expire.', under: ['S9'] },
    { id: 'V7.3.2', level: 2, says: 'Sessions have a maximum lifetime.', under: ['S9'] },
    {
      id: 'V7.4.1',
      level: 1,
      says: 'An ended session stays ended, with any cookie.',
      under: ['S1', 'S4', 'S10', 'S11'],
    },
    { id: 'V7.4.2', level: 1, says: 'Deleting an account ends its sessions.' },
    { id: 'V7.4.3', level: 2, says: 'After a change of factors other sessions can be ended.', under: ['S7'] },
    { id: 'V7.4.4', level: 2, says: 'Every page of an account has a way to sign out.' },
    { id: 'V7.4.5', level: 2, says: 'The operator can end one person’s sessions, or all.' },
    { id: 'V7.5.1', level: 2, says: 'Changes to sign-in need a fresh confirmation.', under: ['§6.3'] },
    { id: 'V7.5.2', level: 2, says: 'People can see and end their sessions.', under: ['S11', '§6.3'] },
    { id: 'V7.5.3', level: 3, says: 'Highly sensitive actions need a factor again.', under: ['§6.3', 'P1'] },
    {
      id: 'V7.6.1',
      level: 2,
      says: 'Sessions here and at federated systems are coordinated.',
      notApplicable: 'No other system signs in through Latchkey yet.',
    },
    {
      id: 'V7.6.2',
      level: 2,
      says: 'No session begins without an action of the person.',
      under: ['V3.5.3', 'K2'],
      note: 'A person must pick the passkey that autofill offers.',
    },
  ],
}
