export const PERSONAL = ['users', 'emails', 'passkeys', 'sessions', 'browsers', 'events'] as const
