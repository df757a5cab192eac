const LONGEST = 100
const PERMISSION = /^[a-z][a-z0-9-]*(?::[a-z0-9-]+){1,3}$/
const WILDCARD = /^[a-z][a-z0-9-]*(?::[a-z0-9-]+){0,2}:\*$/

/** Tells whether a text names one permission, like `read:people`: a verb and one to three more parts, at most 100 characters. */
export function isPermission(text: string): boolean {
  return text.length <= LONGEST && PERMISSION.test(text)
}

/** Tells whether a text can be granted: a permission, or one whose last part is `*`, like `read:*`. */
export function isGrant(text: string): boolean {
  return isPermission(text) || (text.length <= LONGEST && WILDCARD.test(text))
}

/** Tells whether a grant covers a permission. A last part `*` stands for one or more parts: `read:*` covers `read:people:names`. */
export function matches(grant: string, permission: string): boolean {
  if (!isWildcard(grant)) return grant === permission
  return permission.startsWith(prefixOf(grant))
}

export function isWildcard(grant: string): boolean {
  return grant.endsWith(':*')
}

/** Returns what the permissions begin with that a wildcard covers: `read:` for `read:*`. */
export function prefixOf(wildcard: string): string {
  return wildcard.slice(0, -1)
}
