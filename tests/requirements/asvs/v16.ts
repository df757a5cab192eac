import type { Section } from '#tests/requirements/item.ts'

export const v16: Section = {
  title: 'V16 Logging and errors',
  items: [
    {
      id: 'V16.1.1',
      level: 2,
      says: 'What is logged, where, how and for how long is documented.',
      written: 'docs/security.md#logs',
    },
    { id: 'V16.2.1', level: 2, says: 'Entries contain time, place, person and event.' },
    { id: 'V16.2.2', level: 2, says: 'Times are UTC.' },
    { id: 'V16.2.3', level: 2, says: 'Logs go only to the documented places.' },
    { id: 'V16.2.4', level: 2, says: 'All logs have one format.', under: ['V16.2.2'] },
    { id: 'V16.2.5', level: 2, says: 'No secret is logged.' },
    { id: 'V16.3.1', level: 2, says: 'Successful and failed sign-ins are logged with their factor.' },
    { id: 'V16.3.2', level: 2, says: 'Forbidden attempts are logged.' },
    { id: 'V16.3.3', level: 2, says: 'Attempts to bypass controls are logged.' },
    { id: 'V16.3.4', level: 2, says: 'Faults are logged.' },
    { id: 'V16.4.1', level: 2, says: 'No typed text can forge a line of the log.' },
    {
      id: 'V16.4.2',
      level: 2,
      says: 'Logs are protected.',
      written: 'docs/security.md#logs',
      note: 'The operator protects standard output; the hash chain of each person’s activity reveals changes.',
    },
    { id: 'V16.4.3', level: 2, says: 'Logs are also stored on another system.', written: 'docs/security.md#logs' },
    { id: 'V16.5.1', level: 2, says: 'Messages about faults reveal no internals.' },
    { id: 'V16.5.2', level: 2, says: 'The server keeps working safely without the mail provider.' },
    { id: 'V16.5.3', level: 2, says: 'The server fails closed.' },
    { id: 'V16.5.4', level: 3, says: 'An unexpected fault is logged, and the process keeps running.' },
  ],
}
