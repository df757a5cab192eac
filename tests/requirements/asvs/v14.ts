import type { Section } from '#tests/requirements/item.ts'

export const v14: Section = {
  title: 'V14 Data protection',
  items: [
    {
      id: 'V14.1.1',
      level: 2,
      says: 'Sensitive data is documented, in levels.',
      written: 'docs/security.md#data',
    },
    { id: 'V14.1.2', level: 2, says: 'The protection of each level is documented.', written: 'docs/security.md#data' },
    {
      id: 'V14.2.1',
      level: 1,
      says: 'No URL contains a secret.',
      note: 'The link in a letter has a token that only cancels or undoes, and only with a typed word; the page removes it from the address bar (K16).',
    },
    { id: 'V14.2.2', level: 2, says: 'Caches store no sensitive data.', under: ['V14.3.2', 'X4'] },
    { id: 'V14.2.3', level: 2, says: 'No data goes to trackers.', under: ['V3.6.1', 'K18'] },
    {
      id: 'V14.2.4',
      level: 2,
      says: 'The documented protection of each level is in place.',
      under: ['X8', 'X7', 'V14.2.7', 'V16.2.5', 'N27'],
    },
    { id: 'V14.2.5', level: 3, says: 'A file name in a URL cannot trick a cache.' },
    { id: 'V14.2.6', level: 3, says: 'Answers contain no more than necessary.', under: ['E4', 'S11'] },
    { id: 'V14.2.7', level: 3, says: 'Expired data is deleted.' },
    { id: 'V14.2.8', level: 3, says: 'Metadata of files is removed.', notApplicable: 'Nobody uploads files.' },
    { id: 'V14.3.1', level: 1, says: 'Signing out clears the data in the browser.', under: ['S10'] },
    { id: 'V14.3.2', level: 2, says: 'Browsers keep no copies.' },
    {
      id: 'V14.3.3',
      level: 2,
      says: 'Web storage holds no sensitive data.',
      otherwise:
        'A tab stores the current step of a sign-up or recovery: the typed address and its sealed ceremony, which is useless without the browser’s cookie. Both are deleted with the step or the tab. Without them, people who read the letter on the same phone would have to start again, because phones discard the page in the meantime.',
    },
  ],
}
