import { listPolicies, putPolicy, removePolicy } from '#server/admin/policies/change.ts'
import { tryDecision } from '#server/admin/policies/try.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { AppKey, Policy, PolicyBody, PolicyId, SeenVersion, Version } from '#server/http/schemas/access.ts'
import { exact, text } from '#server/http/schemas/exact.ts'
import { UserId } from '#server/http/schemas/values.ts'
import { OUTCOMES } from '#server/policies/explain.ts'
import { z } from '@hono/zod-openapi'

const policy = z.object({ app: AppKey, id: PolicyId })

export const adminPolicyRoutes = [
  admin(
    'get',
    '/admin/policies',
    { summary: 'List policies', answer: exact({ policies: z.array(Policy) }), refusals: CLOSED },
    listPolicies,
  ),
  admin(
    'put',
    '/admin/policies/{app}/{id}',
    {
      summary: 'Create or change a policy',
      description: 'Refused if it is not the version that was seen.',
      params: policy,
      body: z.object({ ...PolicyBody, version: SeenVersion }),
      answer: exact({ version: Version }),
      refusals: [...TOUCHED, 'conflict'],
    },
    putPolicy,
  ),
  admin(
    'delete',
    '/admin/policies/{app}/{id}',
    { summary: 'Remove a policy', params: policy, refusals: TOUCHED },
    removePolicy,
  ),
  admin(
    'post',
    '/admin/decisions',
    {
      summary: 'Try what a person may do in an app',
      description: 'What a program of the app would be answered now, and what became of each policy.',
      counted: 'as a read',
      body: z.object({
        app: AppKey,
        person: UserId,
        action: z
          .string()
          .max(100)
          .openapi({ examples: ['approve:invoices'] }),
        resource: z
          .object({
            type: z.string().max(64).optional(),
            attributes: z.record(z.string(), z.unknown()).optional(),
          })
          .optional()
          .openapi({ examples: [{ type: 'invoice', attributes: { amount: 500 } }] }),
      }),
      answer: exact({
        decision: z.boolean(),
        because: z.array(text('approve-small')),
        groups: z.array(text('finance')),
        roles: z.array(text('approver')),
        policies: z.array(
          exact({
            policy: text('approve-small'),
            effect: z.enum(['permit', 'forbid']).openapi({ examples: ['permit'] }),
            outcome: z.enum(OUTCOMES).openapi({ examples: ['matched'] }),
          }),
        ),
      }),
      refusals: CLOSED,
    },
    tryDecision,
  ),
] as const
