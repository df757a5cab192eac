import { z } from '@hono/zod-openapi'
import { ACCESS_KEY, GROUP_DOMAIN, MOST_IN_ACCESS } from '#server/admin/access-forms.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'
import { Count, Id, Time, UserId } from '#server/http/schemas/values.ts'
import { isGrant } from '#server/roles/permission.ts'

/** The key of an app, a group or a role: chosen once, and in addresses. */
const AccessKey = (...examples: string[]) => z.string().regex(ACCESS_KEY).openapi({ examples })

export const AppKey = AccessKey('billing')
export const GroupKey = AccessKey('finance')
export const RoleKey = AccessKey('approver')
export const PolicyId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .openapi({ examples: ['approve-small'] })

export const ShownName = z
  .string()
  .trim()
  .min(1)
  .max(MOST_IN_ACCESS.name)
  .openapi({ examples: ['Finance'] })

export const Domains = z
  .array(z.string().regex(GROUP_DOMAIN))
  .max(MOST_IN_ACCESS.domains)
  .openapi({
    description: 'whoever has a primary address there belongs to the group; in small letters, as ASCII',
    examples: [['example.com']],
  })

const Permissions = z
  .array(z.string().refine(isGrant, 'must be a permission like read:people, or end with :*'))
  .max(MOST_IN_ACCESS.permissions)
  .openapi({ examples: [['approve:invoices']] })

const Includes = z
  .array(RoleKey)
  .max(MOST_IN_ACCESS.includes)
  .openapi({ description: 'roles of the same app', examples: [['viewer']] })

export const Group = exact({
  key: GroupKey,
  name: ShownName,
  domains: Domains,
  members: Count.openapi({ description: 'by name, counted up to 1,000', examples: [2] }),
}).openapi('Group')

export const Member = exact({ id: UserId, email: text('ada@example.com'), until: Time.optional().openapi(RARE) })
export const HELD = {
  app: AppKey,
  role: RoleKey,
  name: text('Approver'),
  until: Time.optional().openapi(RARE),
}
export const HeldRole = exact(HELD)
export const GroupWithRole = exact({ key: GroupKey, name: ShownName, until: Time.optional().openapi(RARE) })

export const AppRoleBody = { name: ShownName, permissions: Permissions, includes: Includes }
export const AppRole = exact({ app: AppKey, key: RoleKey, ...AppRoleBody }).openapi('AppRole')

/** The language of conditions is told in docs/policies.md, and checked by the use-case. */
const When = z
  .record(z.string(), z.unknown())
  .openapi({ description: 'see docs/policies.md', examples: [{ lt: [{ attribute: 'resource.amount' }, 1000] }] })

export const PolicyBody = {
  effect: z.enum(['permit', 'forbid']).openapi({ examples: ['permit'] }),
  actions: Permissions,
  resourceType: AccessKey('invoice').optional(),
  when: When,
  enabled: z.boolean(),
}
const PolicyVersion = z.number().int().min(0)
export const SeenVersion = PolicyVersion.openapi({
  description: 'the version that was seen; 0 for a new policy',
  examples: [0],
})
export const Version = PolicyVersion.openapi({ examples: [1] })
export const Policy = exact({ app: AppKey, id: PolicyId, ...PolicyBody, version: Version }).openapi('Policy')

export const ServiceKey = exact({
  id: Id,
  app: AppKey,
  name: ShownName,
  madeAt: Time,
  expiresAt: Time.optional().openapi(RARE),
}).openapi('ServiceKey')
