import type { Section } from '#tests/requirements/item.ts'

export const platform: Section[] = [
  {
    title: 'The platform',
    items: [
      { id: 'X1', says: 'Pages of an account show nothing without a session, however they are asked for.' },
      { id: 'X2', says: 'Next and React are past the versions with known remote execution.' },
      { id: 'X3', says: 'There are no server actions.' },
      { id: 'X4', says: 'Personal pages are made for each request and never kept.' },
      { id: 'X5', says: 'Nothing that a browser fetches ahead changes anything.', under: ['V3.5.3', 'X3'] },
      { id: 'X6', says: 'What browsers are served as scripts holds nothing of the server’s.' },
      {
        id: 'X7',
        says: 'The database is the owner’s alone, writes ahead, keeps foreign keys, and its constraints hold.',
      },
      { id: 'X8', says: 'After everything was used, no file, log, row or export holds a secret.' },
      { id: 'X9', says: 'A contradictory or weak configuration does not start; testing is refused off localhost.' },
      {
        id: 'X10',
        says: 'Of two first administrators one is made.',
        notApplicable: 'There are no administrators and no first-run set-up.',
      },
      { id: 'X11', says: 'Behind a proxy the number of trusted ones is set; a wrong scheme drops no Secure.' },
      { id: 'X12', says: 'Passkeys outlive secrets and upgrades.' },
    ],
  },
]
