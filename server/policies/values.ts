import type { Address } from '#server/policies/ip.ts'

/** What an attribute can be: text, true or false, a safe integer, a set of texts, or an IP address. */
export type Value = string | boolean | number | ReadonlySet<string> | Address
/** The attributes of a request by their whole names, like `resource.amount`. A map has no inherited members. */
export type Attributes = ReadonlyMap<string, Value>

/** Tells whether two values are equal. Values of different kinds are not; sets are equal if they have the same members. */
export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true
  return isSet(one) && isSet(other) && one.size === other.size && [...one].every((member) => other.has(member))
}

export function isSet(value: Value): value is ReadonlySet<string> {
  return value instanceof Set
}
