import type { Section } from '#tests/requirements/item.ts'

export const accounts: Section[] = [
  {
    title: 'Nobody is told who has an account',
    items: [
      { id: 'E1', says: 'Known and unknown addresses get the same answer: status, body, headers, cookies.' },
      { id: 'E2', says: 'They take the same time.' },
      { id: 'E3', says: 'At sign-up a taken address is told by letter, not by the page.', under: ['E1'] },
      { id: 'E4', says: 'No hint comes back for an address alone.' },
      { id: 'E5', says: 'Limits are the same for both.' },
      { id: 'E6', says: 'One way to read addresses, everywhere; letters go to the address as it is stored.' },
    ],
  },
  {
    title: 'Sessions',
    items: [
      { id: 'S1', says: 'The cookie holds a random token and nothing else; the row, found by its hash, decides.' },
      { id: 'S2', says: 'Nothing else that we sealed is a session, and a session is nothing else.' },
      { id: 'S3', says: 'The row’s end counts, not the seal’s.' },
      { id: 'S4', says: 'However a cookie’s text is bent, an ended session stays ended.' },
      { id: 'S5', says: 'Garbage in a cookie is nobody, never a fault.' },
      { id: 'S6', says: 'A new token at sign-in, confirmation, recovery; the old one is dead at once.' },
      {
        id: 'S7',
        says: 'Changing a factor ends other sessions.',
        note: 'Removing a passkey offers it, for the sessions that passkey had opened; a change of addresses does by its undo.',
      },
      { id: 'S8', says: 'A confirmation is ten minutes old at most, of this session, and only a real check gives it.' },
      { id: 'S9', says: 'Idle and absolute ends, to the millisecond, on the server’s clock.' },
      { id: 'S10', says: 'Signing out is a write, and clears cookie, row and site data.' },
      { id: 'S11', says: 'The list shows where and how; one or all others can be ended, at their next request.' },
      { id: 'S12', says: 'Weak secrets are refused; rotation keeps what the old one sealed until it is dropped.' },
      { id: '§6.3', says: 'What is sensitive asks for a fresh confirmation.' },
      { id: 'P1', says: 'What was bound after the session began cannot confirm it.' },
      {
        id: 'P2',
        says: 'A stolen session that is not confirmed leaves nothing behind; what a confirmed one does is told and can be undone.',
      },
    ],
  },
  {
    title: 'Other sites',
    items: [
      { id: 'C1', says: 'Every write needs exactly our origin, or fetch metadata that says the same.' },
      { id: 'C2', says: 'Bodies are JSON; methods cannot be overridden.' },
      { id: 'C3', says: 'A sibling’s page is another site.' },
      { id: 'C4', says: 'A ceremony of one browser is none in another: nobody is signed in as somebody else.' },
      { id: 'C5', says: 'A stolen click does nothing on any route.' },
      { id: 'C6', says: 'No page is framed; passkeys are for our own pages.' },
      { id: '§6.5', says: 'Redirects stay here, whatever is asked for.' },
    ],
  },
  {
    title: 'Limits',
    items: [
      { id: 'L1', says: 'Counted before the work, in one statement: a hundred at once get no more than the limit.' },
      { id: 'L2', says: 'Counts outlive a restart and are shared by processes.' },
      { id: 'L3', says: 'The address is the socket’s, or what trusted proxies say; IPv6 by its network.' },
      { id: 'L4', says: 'New cookies, new requests, other spellings reset nothing.' },
      { id: 'L5', says: 'A blocked factor blocks no other, and never the passkey.' },
      { id: 'L6', says: 'Letters to one address are counted over all flows; strangers get nothing a visitor wrote.' },
      {
        id: 'L7',
        says: 'Bodies of 64 KB, passwords of 256 characters, argon2 twice at a time; the surplus is told when to come back.',
      },
    ],
  },
  {
    title: 'Addresses',
    items: [
      { id: 'M1', says: 'Codes are for one address, account and purpose, for ten minutes, for five tries.' },
      { id: 'M2', says: 'Nobody blocks an address by asking for it.' },
      {
        id: 'M3',
        says: 'A new one counts once proven, recovers a day later, and every change can be undone from the older one for a week.',
      },
      { id: 'M4', says: 'A change under way dies with its session.' },
      { id: 'M5', says: 'Nothing made before an address was proven survives it: nothing is made before.' },
      { id: 'M6', says: 'Of two who prove one address at once, one has it.' },
    ],
  },
]
