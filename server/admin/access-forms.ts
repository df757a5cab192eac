/** The form of the key of an app, a group or a role. */
export const ACCESS_KEY = /^[a-z][a-z0-9-]{0,63}$/
/** The form of the domain of a group: in small letters, as ASCII. */
export const GROUP_DOMAIN = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/
/** How long a name may be, and how much a list of a group or a role may have. */
export const MOST_IN_ACCESS = { name: 64, domains: 20, permissions: 50, includes: 20 } as const
