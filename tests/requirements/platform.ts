import type { Section } from '#tests/requirements/item.ts'

export const platform: Section[] = [
  {
    title: 'The platform',
    items: [
      { id: 'X1', says: 'Pages of an account show nothing without a session, for any kind of request.' },
      { id: 'X2', says: 'Next and React are newer than the versions with known remote code execution.' },
      { id: 'X3', says: 'There are no server actions.' },
      { id: 'X4', says: 'Personal pages are rendered for each request and never cached.' },
      { id: 'X5', says: 'Prefetching changes nothing.', under: ['V3.5.3', 'X3'] },
      { id: 'X6', says: 'Client bundles hold no server code or secrets.' },
      {
        id: 'X7',
        says: 'Only the owner can read the database; it uses a write-ahead log, foreign keys and constraints.',
      },
      { id: 'X8', says: 'After every secret was used, no file, log, row or export contains one.' },
      {
        id: 'X9',
        says: 'The server does not start with a contradictory or weak configuration, or with testing mode outside localhost.',
      },
      {
        id: 'X10',
        says: 'Only one first administrator can be created.',
      },
      {
        id: 'X11',
        says: 'The number of trusted proxies is configured, and a forged scheme does not remove Secure from cookies.',
      },
      { id: 'X12', says: 'Passkeys survive rotations of the secret and upgrades.' },
    ],
  },
]
