import type { Section } from '#tests/requirements/item.ts'

export const v02: Section = {
  title: 'V2 Validation and business logic',
  items: [
    { id: 'V2.1.1', level: 1, says: 'The rules for each input are documented.', written: 'docs/security.md#input' },
    {
      id: 'V2.1.2',
      level: 2,
      says: 'The rules for combined inputs are documented.',
      written: 'docs/security.md#input',
    },
    {
      id: 'V2.1.3',
      level: 2,
      says: 'Limits are documented, per person and in total.',
      written: 'docs/security.md#limits',
    },
    { id: 'V2.2.1', level: 1, says: 'Input is checked against what is expected.' },
    {
      id: 'V2.2.2',
      level: 1,
      says: 'Input is checked on the server.',
      under: ['V2.2.1'],
      note: 'These tests use the API without any page.',
    },
    {
      id: 'V2.2.3',
      level: 2,
      says: 'Related inputs are checked together.',
      under: ['W21', 'R29', 'A6b', 'V6.6.2', 'K20'],
    },
    {
      id: 'V2.3.1',
      level: 1,
      says: 'Steps cannot be skipped or reordered.',
      under: ['W21', 'T13', 'K6', 'K12'],
    },
    { id: 'V2.3.2', level: 2, says: 'The documented limits are enforced.' },
    { id: 'V2.3.3', level: 2, says: 'An operation succeeds completely or changes nothing.' },
    {
      id: 'V2.3.4',
      level: 2,
      says: 'A limited resource is given only once.',
      under: ['W19', 'B4', 'T7', 'K11', 'M6', 'U16'],
    },
    {
      id: 'V2.3.5',
      level: 3,
      says: 'High-value operations need several people.',
      notApplicable: 'An account belongs to one person; nobody acts for others.',
    },
    {
      id: 'V2.4.1',
      level: 2,
      says: 'Costly functions cannot be called without limit.',
      under: ['L1', 'L6', 'L7', 'W23', 'T11'],
    },
    {
      id: 'V2.4.2',
      level: 3,
      says: 'Flows need realistic human timing.',
      notMet: 'Requests are counted, not timed: a password manager answers faster than a person. No plan.',
    },
  ],
}
