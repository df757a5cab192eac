import type { Section } from '#tests/requirements/item.ts'

/** Requirements of the other chapters that an identity app should meet. The eight complete chapters are beside this file. */
export const elsewhere: Section[] = [
  {
    title: 'ASVS 5.0, from the other chapters',
    items: [
      { id: 'V1.2.4', level: 1, says: 'SQL takes values as parameters.' },
      { id: 'V1.3.11', level: 2, says: 'No typed text reaches the headers of a letter.' },
      { id: 'V1.3.12', level: 3, says: 'No input makes a regular expression slow.' },
      { id: 'V4.1.1', level: 1, says: 'Answers have a content type with the character set.' },
      { id: 'V4.1.3', level: 2, says: 'A visitor cannot set the headers of a proxy.' },
      { id: 'V4.1.4', level: 3, says: 'Unused methods are refused.' },
      { id: 'V8.2.2', level: 1, says: 'Objects of another person return not found.' },
      { id: 'V8.2.3', level: 2, says: 'Fields that a person may not change do not change.' },
      { id: 'V8.3.2', level: 3, says: 'A revocation takes effect at the next request.' },
      {
        id: 'V10',
        says: 'OAuth and OpenID Connect.',
        notApplicable: 'Latchkey issues no tokens to other apps yet; the chapter is due with the provider.',
      },
      { id: 'V12.2.1', level: 1, says: 'Only localhost may use http.' },
      { id: 'V12.3.2', level: 2, says: 'Certificates of external servers are checked.' },
      { id: 'V13.4.1', level: 1, says: 'No source, version history or configuration is served.' },
      { id: 'V13.4.2', level: 2, says: 'Debugging features are off in production.' },
      { id: 'V13.4.3', level: 2, says: 'Folders are not listed.', under: ['V13.4.1'] },
      { id: 'V13.4.4', level: 2, says: 'TRACE is refused.' },
      {
        id: 'V13.4.5',
        level: 2,
        says: 'Documentation and probes are public only if intended.',
        under: ['V13.4.2'],
        note: '`/api/openapi.json` and `/api/health` are meant to be open.',
      },
      { id: 'V13.4.6', level: 3, says: 'Answers reveal no version numbers.', under: ['V3.4.4'] },
      { id: 'V15.2.3', level: 2, says: 'Production serves no testing routes.' },
      { id: 'V15.3.3', level: 2, says: 'Unknown members change nothing.' },
      { id: 'V15.3.4', level: 2, says: 'The visitor’s real IP address is used and stored.' },
      { id: 'V15.3.5', level: 2, says: 'Types are checked.', under: ['V2.2.1'] },
      { id: 'V15.3.6', level: 2, says: 'No input reaches a prototype.' },
      { id: 'V15.3.7', level: 2, says: 'Duplicate parameters do not replace others.' },
      {
        id: 'V15.4.2',
        level: 3,
        says: 'A check and the write that depends on it are atomic.',
        under: ['T7', 'B4', 'W19', 'W14', 'K11', 'M6', 'U16'],
      },
    ],
  },
]
