import { z } from 'zod'
import { ACCESS_KEY, GROUP_DOMAIN, MOST_IN_ACCESS } from '#server/admin/access-forms.ts'
import { PolicyValue } from '#server/policies/policy.ts'
import { isGrant } from '#server/roles/permission.ts'

const Key = z.string().regex(ACCESS_KEY, 'must be lower-case letters, digits and dashes')
const Name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MOST_IN_ACCESS.name, `must have at most ${MOST_IN_ACCESS.name} characters`)
const Grant = z.string().refine(isGrant, 'must be a permission like read:people, or end with :*')
const Domain = z.string().regex(GROUP_DOMAIN, 'must be a domain in small letters')

function atMost<Value extends z.ZodType>(value: Value, most: number): z.ZodArray<Value> {
  return z.array(value).max(most, `must have at most ${most}`)
}

const GroupValue = z.strictObject({
  key: Key,
  name: Name,
  domains: atMost(Domain, MOST_IN_ACCESS.domains).default([]),
  /** By address. Without the list, the members are left alone. */
  members: z.array(z.string()).optional(),
})

const RoleValue = z.strictObject({
  app: Key,
  key: Key,
  name: Name,
  permissions: atMost(Grant, MOST_IN_ACCESS.permissions).default([]),
  includes: atMost(Key, MOST_IN_ACCESS.includes).default([]),
  /** Who has it, by address, and the keys of groups that have it. Without a list, that is left alone. */
  people: z.array(z.string()).optional(),
  groups: z.array(z.string()).optional(),
})

const WantedPolicy = PolicyValue.omit({ version: true }).extend({ enabled: z.boolean().default(true) })

/** Checks the form of what an operator wants access to be. A section that is missing is left alone. */
export const WantedValue = z.strictObject({
  groups: z.array(GroupValue).optional(),
  roles: z.array(RoleValue).optional(),
  policies: z.array(WantedPolicy).optional(),
})

export type Wanted = z.output<typeof WantedValue>

/** What is wrong, and where it is in what is wanted. The sentence follows its place: “must be a list”. */
export type Fault = { path: PropertyKey[]; sentence: string }
