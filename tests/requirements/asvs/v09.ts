import type { Section } from '#tests/requirements/item.ts'

export const v09: Section = {
  title: 'V9 Self-contained tokens',
  items: [
    { id: 'V9.1.1', level: 1, says: 'A token is checked before it is believed.' },
    { id: 'V9.1.2', level: 1, says: 'Its algorithm is on a list, and never none.' },
    { id: 'V9.1.3', level: 1, says: 'Its key is ours, whatever its header says.' },
    { id: 'V9.2.1', level: 1, says: 'It works within its time.', under: ['W20'] },
    { id: 'V9.2.2', level: 2, says: 'It works for its purpose.', under: ['W21', 'S2'] },
    {
      id: 'V9.2.3',
      level: 2,
      says: 'It works for its audience.',
      under: ['W21'],
      note: 'The audience of a ceremony is its purpose.',
    },
    { id: 'V9.2.4', level: 2, says: 'Audiences cannot be taken for each other.', under: ['W21'] },
  ],
}
