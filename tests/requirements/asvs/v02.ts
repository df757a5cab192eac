import type { Section } from '#tests/requirements/item.ts'

export const v02: Section = {
  title: 'V2 Validation and business logic',
  items: [
    { id: 'V2.1.1', level: 1, says: 'What each input may be is written down.', written: 'docs/security.md#input' },
    { id: 'V2.1.2', level: 2, says: 'What must fit together is written down.', written: 'docs/security.md#input' },
    {
      id: 'V2.1.3',
      level: 2,
      says: 'Limits are written down, per person and over all.',
      written: 'docs/security.md#limits',
    },
    { id: 'V2.2.1', level: 1, says: 'Input is held to what is expected.' },
    {
      id: 'V2.2.2',
      level: 1,
      says: 'That is done on the server.',
      under: ['V2.2.1'],
      note: 'These tests talk to the API without any page.',
    },
    {
      id: 'V2.2.3',
      level: 2,
      says: 'What belongs together is checked together.',
      under: ['W21', 'R29', 'A6b', 'V6.6.2', 'K20'],
    },
    {
      id: 'V2.3.1',
      level: 1,
      says: 'Steps come in their order and none is skipped.',
      under: ['W21', 'T13', 'K6', 'K12'],
    },
    { id: 'V2.3.2', level: 2, says: 'The limits that are written down hold.' },
    { id: 'V2.3.3', level: 2, says: 'An operation happens whole or not at all.' },
    {
      id: 'V2.3.4',
      level: 2,
      says: 'What there is once is given once.',
      under: ['W19', 'B4', 'T7', 'K11', 'M6', 'U16'],
    },
    {
      id: 'V2.3.5',
      level: 3,
      says: 'High-value operations need several people.',
      notApplicable: 'An account is one person’s; nobody acts for others.',
    },
    {
      id: 'V2.4.1',
      level: 2,
      says: 'Nothing costly can be called without end.',
      under: ['L1', 'L6', 'L7', 'W23', 'T11'],
    },
    {
      id: 'V2.4.2',
      level: 3,
      says: 'Flows take a human’s time.',
      notMet: 'Requests are counted, not timed: a password manager answers faster than a person. No plan.',
    },
  ],
}
