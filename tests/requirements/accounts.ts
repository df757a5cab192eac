import type { Section } from '#tests/requirements/item.ts'

export const accounts: Section[] = [
  {
    title: 'Account enumeration',
    items: [
      { id: 'E1', says: 'Known and unknown addresses get the same answer: status, body, headers, cookies.' },
      { id: 'E2', says: 'Answers for known and unknown addresses take the same time.' },
      { id: 'E3', says: 'At sign-up the letter reveals a taken address, and the page does not.', under: ['E1'] },
      { id: 'E4', says: 'An address alone returns no hint.' },
      { id: 'E5', says: 'Known and unknown addresses have the same limits.' },
      { id: 'E6', says: 'Addresses are normalised in one way everywhere; letters go to the address as it is stored.' },
    ],
  },
  {
    title: 'Sessions',
    items: [
      { id: 'S1', says: 'The cookie holds a random token and nothing else; the row, found by its hash, decides.' },
      { id: 'S2', says: 'No other sealed value is accepted as a session, and a session is accepted as nothing else.' },
      { id: 'S3', says: 'The expiry in the row counts, not the one in the seal.' },
      { id: 'S4', says: 'An ended session stays ended for any altered form of its cookie.' },
      { id: 'S5', says: 'A garbage cookie means signed out, and causes no fault.' },
      { id: 'S6', says: 'Sign-in, confirmation and recovery issue a new token; the old one is refused at once.' },
      {
        id: 'S7',
        says: 'Changing a factor ends other sessions.',
        note: 'Removing a passkey offers to end the sessions it opened; undoing a change of addresses ends every session.',
      },
      { id: 'S8', says: 'A confirmation counts for ten minutes in its own session, and only a real check grants it.' },
      { id: 'S9', says: 'Idle and absolute timeouts hold to the millisecond on the server’s clock.' },
      { id: 'S10', says: 'Signing out is a write and clears cookie, row and site data.' },
      {
        id: 'S11',
        says: 'The list shows place and way in; a person can end one or all other sessions, with effect at their next request.',
      },
      { id: 'S12', says: 'Weak secrets are refused; values sealed with an old secret stay valid until it is dropped.' },
      { id: '§6.3', says: 'Sensitive actions need a fresh confirmation, and a touch if they take something away.' },
      { id: 'P1', says: 'A factor added after the session began cannot confirm it.' },
      {
        id: 'P2',
        says: 'A stolen session without a confirmation changes nothing; changes by a confirmed one are reported and can be undone.',
      },
    ],
  },
  {
    title: 'Other sites',
    items: [
      { id: 'C1', says: 'Every write needs exactly our origin, or same-origin fetch metadata.' },
      { id: 'C2', says: 'Bodies are JSON; methods cannot be overridden.' },
      { id: 'C3', says: 'A page of a sibling domain counts as another site.' },
      {
        id: 'C4',
        says: 'A ceremony works only in its own browser, so nobody can be signed in to another person’s account.',
      },
      { id: 'C5', says: 'A request from another site changes nothing on any route, even with the session cookie.' },
      { id: 'C6', says: 'Pages cannot be framed, and only our own pages can use passkeys.' },
      { id: '§6.5', says: 'Redirects never lead to another origin.' },
    ],
  },
  {
    title: 'Limits',
    items: [
      {
        id: 'L1',
        says: 'Requests are counted before the work in one statement: a hundred at once get no more than the limit.',
      },
      { id: 'L2', says: 'Counts survive a restart and are shared by processes.' },
      { id: 'L3', says: 'The IP address is the socket’s or the one from trusted proxies; IPv6 counts by network.' },
      { id: 'L4', says: 'New cookies, new requests and other spellings reset no count.' },
      { id: 'L5', says: 'A blocked factor does not block another one, and never the passkey.' },
      {
        id: 'L6',
        says: 'Letters to one mailbox are counted for each flow, and past the budget requests share a letter; letters to unknown addresses hold no text from a visitor.',
      },
      {
        id: 'L7',
        says: 'Bodies have at most 64 KB and passwords 256 characters; two argon2 hashes run at a time, and the surplus gets Retry-After.',
      },
      {
        id: 'C9',
        says: 'Nothing a stranger does makes an owner wait longer than 30 minutes for a recovery letter, or at all where the account is known.',
      },
    ],
  },
  {
    title: 'Addresses',
    items: [
      { id: 'M1', says: 'A code is valid for one address, account and purpose, for ten minutes and five attempts.' },
      { id: 'M2', says: 'Asking for an address does not reserve it.' },
      {
        id: 'M3',
        says: 'A new address counts once proven, can recover a day later, and every change can be undone from the older one for a week.',
      },
      { id: 'M4', says: 'A pending change ends with its session.' },
      { id: 'M5', says: 'Nothing is created before an address is proven, so nothing can survive the proof.' },
      { id: 'M6', says: 'If two people prove one address at once, one gets it.' },
    ],
  },
]
