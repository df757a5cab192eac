/** What an attribute is. `integer` is a safe one; `set` is a set of texts. */
export type Kind = 'text' | 'boolean' | 'integer' | 'set' | 'ip'

/** The attributes that Latchkey knows, by their kinds. `resource.*` is what the asking app sends, of any kind but `ip`. */
const KINDS = new Map<string, Kind>([
  ['user.id', 'text'],
  ['user.groups', 'set'],
  ['user.roles', 'set'],
  ['user.mailDomain', 'text'],
  // Epoch milliseconds.
  ['user.created', 'integer'],
  ['session.mfaVerified', 'boolean'],
  ['session.userVerified', 'boolean'],
  ['session.amr', 'set'],
  // Milliseconds.
  ['session.authAge', 'integer'],
  ['session.way', 'text'],
  // Epoch milliseconds.
  ['env.now', 'integer'],
  // 1 is Monday, 7 is Sunday (ISO 8601).
  ['env.weekday', 'integer'],
  // Minutes since midnight.
  ['env.minutes', 'integer'],
  ['env.ip', 'ip'],
  ['env.app', 'text'],
])

const RESOURCE_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/

/** Tells whether an app can send a member of this name about a resource. */
export function isResourceName(name: string): boolean {
  return RESOURCE_NAME.test(name)
}

/** Tells whether a condition can name this attribute: one that Latchkey knows, or `resource.` and a name. */
export function isAttribute(name: string): boolean {
  return KINDS.has(name) || (name.startsWith('resource.') && isResourceName(name.slice('resource.'.length)))
}

/** Returns the kind of an attribute; undefined for those of a resource, which only the app knows. */
export function kindOf(attribute: string): Kind | undefined {
  return KINDS.get(attribute)
}
