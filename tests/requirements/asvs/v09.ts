import type { Section } from '#tests/requirements/item.ts'

export const v09: Section = {
  title: 'V9 Self-contained tokens',
  items: [
    { id: 'V9.1.1', level: 1, says: 'A token is verified before its content is used.' },
    { id: 'V9.1.2', level: 1, says: 'Its algorithm is on an allow list, and never none.' },
    { id: 'V9.1.3', level: 1, says: 'Its key is ours, regardless of its header.' },
    { id: 'V9.2.1', level: 1, says: 'A token works only within its validity period.', under: ['W20'] },
    { id: 'V9.2.2', level: 2, says: 'A token works only for its purpose.', under: ['W21', 'S2'] },
    {
      id: 'V9.2.3',
      level: 2,
      says: 'A token works only for its audience.',
      under: ['W21'],
      note: 'The audience of a ceremony is its purpose.',
    },
    { id: 'V9.2.4', level: 2, says: 'Audiences cannot be confused.', under: ['W21'] },
  ],
}
