import type { Section } from '#tests/requirements/item.ts'

/** Requirements of the other chapters that an identity app should meet. The eight chapters held to completely are beside this file. */
export const elsewhere: Section[] = [
  {
    title: 'ASVS 5.0, from the other chapters',
    items: [
      { id: 'V1.2.4', level: 1, says: 'SQL takes values as parameters.' },
      { id: 'V1.3.11', level: 2, says: 'Nothing typed reaches a letter’s headers.' },
      { id: 'V1.3.12', level: 3, says: 'No input makes a pattern run away.' },
      { id: 'V4.1.1', level: 1, says: 'Answers say their type, with the character set.' },
      { id: 'V4.1.3', level: 2, says: 'A visitor cannot say what a proxy says.' },
      { id: 'V4.1.4', level: 3, says: 'Methods that are not used are refused.' },
      { id: 'V8.2.2', level: 1, says: 'Another person’s things are not found.' },
      { id: 'V8.2.3', level: 2, says: 'Fields that are not one’s to change do not change.' },
      { id: 'V8.3.2', level: 3, says: 'What is revoked is revoked at the next request.' },
      {
        id: 'V10',
        says: 'OAuth and OpenID Connect.',
        notApplicable: 'Latchkey issues no tokens to other apps yet; the chapter is due with the provider.',
      },
      { id: 'V12.2.1', level: 1, says: 'Off localhost there is https only.' },
      { id: 'V12.3.2', level: 2, says: 'Certificates of servers we ask are checked.' },
      { id: 'V13.4.1', level: 1, says: 'No source, history or setting is served.' },
      { id: 'V13.4.2', level: 2, says: 'Nothing for debugging is on in production.' },
      { id: 'V13.4.3', level: 2, says: 'Folders are not listed.', under: ['V13.4.1'] },
      { id: 'V13.4.4', level: 2, says: 'There is no TRACE.' },
      {
        id: 'V13.4.5',
        level: 2,
        says: 'Documentation and probes are open only where meant.',
        under: ['V13.4.2'],
        note: '`/api/openapi.json` and `/api/health` are meant to be open.',
      },
      { id: 'V13.4.6', level: 3, says: 'Answers name no versions.', under: ['V3.4.4'] },
      { id: 'V15.2.3', level: 2, says: 'Production has no testing routes.' },
      { id: 'V15.3.3', level: 2, says: 'Members nobody asked for change nothing.' },
      { id: 'V15.3.4', level: 2, says: 'The visitor’s real address is used and written down.' },
      { id: 'V15.3.5', level: 2, says: 'Types are checked.', under: ['V2.2.1'] },
      { id: 'V15.3.6', level: 2, says: 'No input reaches a prototype.' },
      { id: 'V15.3.7', level: 2, says: 'Doubled parameters stand in for nothing.' },
      {
        id: 'V15.4.2',
        level: 3,
        says: 'Checks and what depends on them are one write.',
        under: ['T7', 'B4', 'W19', 'W14', 'K11', 'M6', 'U16'],
      },
    ],
  },
]
