import { z } from '@hono/zod-openapi'
import { listAppRoles, putAppRole, removeAppRole } from '#server/admin/app-roles/change.ts'
import { giveAppRole, giveAppRoleToGroup, takeAppRole, takeAppRoleFromGroup } from '#server/admin/app-roles/give.ts'
import { readAppRole } from '#server/admin/app-roles/read.ts'
import { putGroup, removeGroup } from '#server/admin/groups/change.ts'
import { listGroups, readGroup } from '#server/admin/groups/list.ts'
import { putMember, removeMember } from '#server/admin/groups/members.ts'
import { listPolicies, putPolicy, removePolicy } from '#server/admin/policies/change.ts'
import { tryDecision } from '#server/admin/policies/try.ts'
import { listServiceKeys, makeServiceKey, revokeServiceKey } from '#server/admin/service-keys/change.ts'
import { admin } from '#server/http/edge/caller.ts'
import {
  AppKey,
  AppRole,
  AppRoleBody,
  Domains,
  Group,
  GroupKey,
  GroupWithRole,
  HeldRole,
  Member,
  Policy,
  PolicyBody,
  PolicyId,
  RoleKey,
  SeenVersion,
  ServiceKey,
  ShownName,
  Version,
} from '#server/http/schemas/access.ts'
import { Until } from '#server/http/schemas/admin.ts'
import { exact, RARE, text } from '#server/http/schemas/exact.ts'
import { Id, UserId } from '#server/http/schemas/values.ts'
import { OUTCOMES } from '#server/policies/explain.ts'

const CLOSED = ['not_found', 'forbidden', 'confirmation_required'] as const
const TOUCHED = [...CLOSED, 'touch_required', 'not_settled'] as const
const ON_PERSON = [...TOUCHED, 'own_account', 'outranked'] as const

const group = z.object({ key: GroupKey })
const member = z.object({ key: GroupKey, id: UserId })
const role = z.object({ app: AppKey, key: RoleKey })
const onPerson = z.object({ app: AppKey, key: RoleKey, id: UserId })
const onGroup = z.object({ app: AppKey, key: RoleKey, group: GroupKey })
const policy = z.object({ app: AppKey, id: PolicyId })
const until = z.object({ until: Until })

export const accessRoutes = [
  admin(
    'get',
    '/admin/groups',
    { summary: 'List groups', answer: exact({ groups: z.array(Group) }), refusals: CLOSED },
    listGroups,
  ),
  admin(
    'get',
    '/admin/groups/{key}',
    {
      summary: 'Show a group with its members and roles',
      description: 'Fifty members at a time.',
      params: group,
      query: z.object({ after: UserId.optional().openapi({ description: '`next` of the page before' }) }),
      answer: exact({
        group: Group,
        members: z.array(Member),
        roles: z.array(HeldRole),
        next: UserId.optional().openapi(RARE),
      }),
      refusals: CLOSED,
    },
    readGroup,
  ),
  admin(
    'put',
    '/admin/groups/{key}',
    {
      summary: 'Create or change a group',
      params: group,
      body: z.object({ name: ShownName, domains: Domains }),
      refusals: [...TOUCHED, 'conflict'],
    },
    putGroup,
  ),
  admin(
    'delete',
    '/admin/groups/{key}',
    {
      summary: 'Remove a group',
      description: 'Its members lose what it gave them.',
      params: group,
      refusals: TOUCHED,
    },
    removeGroup,
  ),
  admin(
    'put',
    '/admin/groups/{key}/members/{id}',
    { summary: 'Add a person to a group', params: member, body: until, refusals: ON_PERSON },
    putMember,
  ),
  admin(
    'delete',
    '/admin/groups/{key}/members/{id}',
    { summary: 'Take a person out of a group', params: member, refusals: ON_PERSON },
    removeMember,
  ),
  admin(
    'get',
    '/admin/app-roles',
    { summary: 'List the roles of apps', answer: exact({ roles: z.array(AppRole) }), refusals: CLOSED },
    listAppRoles,
  ),
  admin(
    'get',
    '/admin/app-roles/{app}/{key}',
    {
      summary: 'Show a role of an app, and who has it',
      description: 'Fifty people at a time.',
      params: role,
      query: z.object({ after: UserId.optional().openapi({ description: '`next` of the page before' }) }),
      answer: exact({
        role: AppRole,
        groups: z.array(GroupWithRole),
        people: z.array(Member),
        next: UserId.optional().openapi(RARE),
      }),
      refusals: CLOSED,
    },
    readAppRole,
  ),
  admin(
    'put',
    '/admin/app-roles/{app}/{key}',
    {
      summary: 'Create or change a role of an app',
      description: 'Included roles belong to the same app. No circles, and at most five deep.',
      params: role,
      body: z.object(AppRoleBody),
      refusals: [...TOUCHED, 'conflict'],
    },
    putAppRole,
  ),
  admin(
    'delete',
    '/admin/app-roles/{app}/{key}',
    {
      summary: 'Remove a role of an app',
      description: 'Whoever had it loses it. Refused while another role includes it.',
      params: role,
      refusals: [...TOUCHED, 'conflict'],
    },
    removeAppRole,
  ),
  admin(
    'put',
    '/admin/app-roles/{app}/{key}/people/{id}',
    { summary: 'Give a role of an app to a person', params: onPerson, body: until, refusals: ON_PERSON },
    giveAppRole,
  ),
  admin(
    'delete',
    '/admin/app-roles/{app}/{key}/people/{id}',
    { summary: 'Take a role of an app from a person', params: onPerson, refusals: ON_PERSON },
    takeAppRole,
  ),
  admin(
    'put',
    '/admin/app-roles/{app}/{key}/groups/{group}',
    { summary: 'Give a role of an app to a group', params: onGroup, body: until, refusals: TOUCHED },
    giveAppRoleToGroup,
  ),
  admin(
    'delete',
    '/admin/app-roles/{app}/{key}/groups/{group}',
    { summary: 'Take a role of an app from a group', params: onGroup, refusals: TOUCHED },
    takeAppRoleFromGroup,
  ),
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
  admin(
    'get',
    '/admin/service-keys',
    { summary: 'List service keys', answer: exact({ keys: z.array(ServiceKey) }), refusals: CLOSED },
    listServiceKeys,
  ),
  admin(
    'post',
    '/admin/service-keys',
    {
      summary: 'Make a service key',
      description: 'A program of the app asks for decisions with it. The token is shown once.',
      body: z.object({ app: AppKey, name: ShownName, expiresAt: Until }),
      answer: exact({ id: Id, token: text('lks_5SdAQ2m0cyP7Q1r0XhTzYk0v8sK3gW9uN4fJbE6aLxM') }),
      refusals: [...TOUCHED, 'conflict'],
    },
    makeServiceKey,
  ),
  admin(
    'delete',
    '/admin/service-keys/{id}',
    { summary: 'Revoke a service key', params: z.object({ id: Id }), refusals: TOUCHED },
    revokeServiceKey,
  ),
] as const
