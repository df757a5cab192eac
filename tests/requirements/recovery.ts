import type { Section } from '#tests/requirements/item.ts'

export const recovery: Section[] = [
  {
    title: 'Recovery with only a mailbox',
    items: [
      { id: 'K1', says: 'Asking for a code changes nothing, and only addresses proven a day ago can recover.' },
      {
        id: 'K2',
        says: 'Opening a link does nothing, even if a scanner runs its scripts and presses its buttons.',
      },
      {
        id: 'K3',
        says: 'The wait is 24 hours to the millisecond on the server’s clock; no setting, row or clock change shortens it.',
      },
      { id: 'K4', says: 'Asking again does not change the wait.' },
      { id: 'K5', says: 'A ready recovery is open for 72 hours; the next one waits as long.' },
      { id: 'K6', says: 'Only a code mailed after the wait to a current address of the account completes a recovery.' },
      { id: 'K7', says: 'People with a second factor need not wait; mail alone removes nothing without the delay.' },
      {
        id: 'K8',
        says: 'Every address gets a letter about every step; the clock starts only after a letter is accepted.',
      },
      {
        id: 'K9',
        says: 'Any session, the letter or the browser that asked can cancel it; every token of that cycle is then refused.',
      },
      { id: 'K10', says: 'After a sign-in with the passkey, the owner can cancel with one press.' },
      { id: 'K11', says: 'Cancelling and completing at once have one winner, and the loser changes nothing.' },
      { id: 'K12', says: 'A proven mailbox gives access only to the next step of recovery.' },
      {
        id: 'K13',
        says: 'Completion leaves the new passkey and new codes as the only ways in, and ends every session.',
      },
      { id: 'K14', says: 'Changes of addresses and deletion are on hold for 72 hours afterwards.' },
      { id: 'K15', says: 'Links always have the configured origin.' },
      {
        id: 'K16',
        says: 'Pages with a token send no referrer, are not cached or indexed, load nothing from elsewhere, and remove it from the address bar.',
      },
      { id: 'K17', says: 'A deleted account cannot be recovered; a restart or another setting never shortens a wait.' },
      {
        id: 'K18',
        says: 'Letters are text and escaped HTML; text from a visitor is in no subject and on no line of its own.',
      },
      {
        id: 'K19',
        says: 'An account without a proven address cannot be recovered.',
        note: 'Every account has one: sign-up proves it first (M5).',
      },
      { id: 'K20', says: 'Tokens are compared as keyed hashes; a malformed token is refused as input.' },
    ],
  },
]
