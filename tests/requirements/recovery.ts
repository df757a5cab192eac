import type { Section } from '#tests/requirements/item.ts'

export const recovery: Section[] = [
  {
    title: 'Recovery with only a mailbox',
    items: [
      { id: 'K1', says: 'Asking changes nothing, and only proven addresses of a day’s age are asked for.' },
      {
        id: 'K2',
        says: 'No link does anything by being opened, also by a scanner that runs scripts and presses buttons.',
      },
      {
        id: 'K3',
        says: '24 hours to the millisecond, on the server’s clock; no setting, row or clock set back makes it shorter.',
      },
      { id: 'K4', says: 'Asking again neither shortens nor prolongs it.' },
      { id: 'K5', says: 'It is open for 72 hours, then closed; the next one waits as long.' },
      { id: 'K6', says: 'Only a code mailed after the wait completes it, from an address the account still has.' },
      { id: 'K7', says: 'Who has a second factor need not wait; nothing is taken away by mail without the delay.' },
      { id: 'K8', says: 'Every address hears of every step; while no letter gets out the clock does not run.' },
      {
        id: 'K9',
        says: 'It is cancelled from any session, by the letter, or by who asked; every token of that cycle is dead.',
      },
      { id: 'K10', says: 'A sign-in with the passkey asks the owner, with one press.' },
      { id: 'K11', says: 'Cancelling and completing at once have one winner, and the loser leaves nothing.' },
      { id: 'K12', says: 'A proven mailbox opens nothing but the next step of recovery.' },
      { id: 'K13', says: 'Completion leaves one way in: the new passkey, with new codes; every session is over.' },
      { id: 'K14', says: 'Addresses and deletion are on hold for 72 hours after.' },
      { id: 'K15', says: 'Links are of the configured origin, whatever a request says.' },
      {
        id: 'K16',
        says: 'Pages with a token send no referrer, are not kept or found, fetch nothing elsewhere, and drop it from the address bar.',
      },
      { id: 'K17', says: 'A deleted account is not recovered; a restart or another setting never shortens a wait.' },
      {
        id: 'K18',
        says: 'Letters are text and escaped HTML; nothing a visitor wrote is in a subject or a line of its own.',
      },
      {
        id: 'K19',
        says: 'Without a proven address nobody recovers.',
        note: 'There is no account without one: sign-up proves it first (M5).',
      },
      { id: 'K20', says: 'Tokens are compared as keyed hashes; what is no token is refused as input.' },
    ],
  },
]
