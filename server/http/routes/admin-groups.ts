import { putGroup, removeGroup } from '#server/admin/groups/change.ts'
import { listGroups, readGroup } from '#server/admin/groups/list.ts'
import { putMember, removeMember } from '#server/admin/groups/members.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, ON_PERSON, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { Domains, Group, GroupKey, HeldRole, Member, ShownName } from '#server/http/schemas/access.ts'
import { Until } from '#server/http/schemas/admin.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { UserId } from '#server/http/schemas/values.ts'
import { z } from '@hono/zod-openapi'

const group = z.object({ key: GroupKey })
const member = z.object({ key: GroupKey, id: UserId })
const until = z.object({ until: Until })

export const adminGroupRoutes = [
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
] as const
