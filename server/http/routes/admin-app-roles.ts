import { listAppRoles, putAppRole, removeAppRole } from '#server/admin/app-roles/change.ts'
import { giveAppRole, giveAppRoleToGroup, takeAppRole, takeAppRoleFromGroup } from '#server/admin/app-roles/give.ts'
import { readAppRole } from '#server/admin/app-roles/read.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, ON_PERSON, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { AppKey, AppRole, AppRoleBody, GroupKey, GroupWithRole, Member, RoleKey } from '#server/http/schemas/access.ts'
import { Until } from '#server/http/schemas/admin.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { UserId } from '#server/http/schemas/values.ts'
import { z } from '@hono/zod-openapi'

const role = z.object({ app: AppKey, key: RoleKey })
const onPerson = z.object({ app: AppKey, key: RoleKey, id: UserId })
const onGroup = z.object({ app: AppKey, key: RoleKey, group: GroupKey })
const until = z.object({ until: Until })

export const adminAppRoleRoutes = [
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
] as const
