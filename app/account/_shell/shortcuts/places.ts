/** The letter that leads to each page of the account after a `g`. They are the same in every language. */
export const PLACES = [
  { letter: 'o', href: '/account', name: 'overview' },
  { letter: 'p', href: '/account/passkeys', name: 'passkeys' },
  { letter: 'w', href: '/account/fallbacks', name: 'fallbacks' },
  { letter: 'a', href: '/account/emails', name: 'emails' },
  { letter: 'd', href: '/account/sessions', name: 'sessions' },
  { letter: 'h', href: '/account/activity', name: 'activity' },
  { letter: 'y', href: '/account/data', name: 'data' },
] as const
