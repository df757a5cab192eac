import type { Section } from '#tests/requirements/item.ts'

export const v16: Section = {
  title: 'V16 Logging and errors',
  items: [
    {
      id: 'V16.1.1',
      level: 2,
      says: 'What is logged, where, how and for how long is written down.',
      written: 'docs/security.md#logs',
    },
    { id: 'V16.2.1', level: 2, says: 'Entries say when, where, who and what.' },
    { id: 'V16.2.2', level: 2, says: 'Times are UTC.' },
    { id: 'V16.2.3', level: 2, says: 'Logs go only where it is written.' },
    { id: 'V16.2.4', level: 2, says: 'Logs are of one form.', under: ['V16.2.2'] },
    { id: 'V16.2.5', level: 2, says: 'No secret is logged.' },
    { id: 'V16.3.1', level: 2, says: 'Sign-ins are logged, right and wrong, with their factor.' },
    { id: 'V16.3.2', level: 2, says: 'What somebody may not do is logged when they try.' },
    { id: 'V16.3.3', level: 2, says: 'Attempts to get around controls are logged.' },
    { id: 'V16.3.4', level: 2, says: 'Faults are logged.' },
    { id: 'V16.4.1', level: 2, says: 'Nothing typed breaks a log’s lines.' },
    {
      id: 'V16.4.2',
      level: 2,
      says: 'Logs are protected.',
      written: 'docs/security.md#logs',
      note: 'Standard output is the operator’s to protect; each person’s activity shows by its chain where it was changed.',
    },
    { id: 'V16.4.3', level: 2, says: 'Logs are kept elsewhere, too.', written: 'docs/security.md#logs' },
    { id: 'V16.5.1', level: 2, says: 'Faults are told without their insides.' },
    { id: 'V16.5.2', level: 2, says: 'Without the mail provider it goes on, safely.' },
    { id: 'V16.5.3', level: 2, says: 'Faults close doors.' },
    { id: 'V16.5.4', level: 3, says: 'A fault nobody expected is logged and the process lives.' },
  ],
}
