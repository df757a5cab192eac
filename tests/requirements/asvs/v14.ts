import type { Section } from '#tests/requirements/item.ts'

export const v14: Section = {
  title: 'V14 Data protection',
  items: [
    {
      id: 'V14.1.1',
      level: 2,
      says: 'What is sensitive is written down, in levels.',
      written: 'docs/security.md#data',
    },
    { id: 'V14.1.2', level: 2, says: 'What each level asks for is written down.', written: 'docs/security.md#data' },
    {
      id: 'V14.2.1',
      level: 1,
      says: 'Nothing secret is in an address.',
      note: 'A letter’s link carries a token that only cancels or undoes, and only with a word typed; the page drops it from the address bar (K16).',
    },
    { id: 'V14.2.2', level: 2, says: 'Nothing sensitive is kept by caches on the way.', under: ['V14.3.2', 'X4'] },
    { id: 'V14.2.3', level: 2, says: 'Nothing goes to trackers.', under: ['V3.6.1', 'K18'] },
    {
      id: 'V14.2.4',
      level: 2,
      says: 'What is written down for each level is done.',
      under: ['X8', 'X7', 'V14.2.7', 'V16.2.5', 'N27'],
    },
    { id: 'V14.2.5', level: 3, says: 'No cache is tricked by a file’s name.' },
    { id: 'V14.2.6', level: 3, says: 'Answers hold no more than is needed.', under: ['E4', 'S11'] },
    { id: 'V14.2.7', level: 3, says: 'What has run out is deleted.' },
    { id: 'V14.2.8', level: 3, says: 'Metadata of files is removed.', notApplicable: 'Nobody uploads files.' },
    { id: 'V14.3.1', level: 1, says: 'Signing out clears the browser.', under: ['S10'] },
    { id: 'V14.3.2', level: 2, says: 'Browsers keep no copies.' },
    {
      id: 'V14.3.3',
      level: 2,
      says: 'Nothing sensitive is in web storage.',
      otherwise:
        'A tab keeps the step of a sign-up or recovery under way: the address that was typed and its sealed ceremony, which is of no use without the browser’s cookie. It is gone with the step or the tab. Without it, whoever reads the letter on the same phone would begin anew, as phones drop the page meanwhile.',
    },
  ],
}
