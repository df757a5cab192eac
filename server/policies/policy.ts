import { z } from 'zod'
import { ConditionValue } from '#server/policies/condition.ts'
import { isGrant } from '#server/roles/permission.ts'

/** The form of a type of resource, like `invoice` or `purchase-order`. */
export const ResourceType = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes')

/** Checks a policy. It permits or forbids actions of one app, while its condition is true. */
export const PolicyValue = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/, 'must be letters, digits, dashes and underscores'),
  /** The key of the app that asks. */
  app: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and dashes'),
  effect: z.enum(['permit', 'forbid']),
  actions: z.array(z.string().refine(isGrant, 'must be a permission like read:people, or end with :*')).min(1).max(50),
  /** Without it, the policy is about every resource and about none. */
  resourceType: ResourceType.optional(),
  when: ConditionValue,
  enabled: z.boolean(),
  version: z.int().min(1),
})

export type Policy = z.infer<typeof PolicyValue>
