import { cancelRecoveryOf } from '#server/admin/people/cancel-recovery.ts'
import { endSessionsOf } from '#server/admin/people/end-sessions.ts'
import { listPeople, searchPeople } from '#server/admin/people/list.ts'
import { readPerson } from '#server/admin/people/read.ts'
import { suspendPerson, unsuspendPerson } from '#server/admin/people/suspend.ts'
import { confirmRolesOf } from '#server/admin/roles/confirm.ts'
import { grantRole, removeRole } from '#server/admin/roles/grant.ts'
import { admin } from '#server/http/edge/caller.ts'
import { CLOSED, ON_PERSON } from '#server/http/routes/admin-refusals.ts'
import { ListedPerson, Person, Reason, Role, Search, Until } from '#server/http/schemas/admin.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { Count, UserId } from '#server/http/schemas/values.ts'
import { z } from '@hono/zod-openapi'

const params = z.object({ id: UserId })

export const adminPeopleRoutes = [
  admin(
    'get',
    '/admin/people',
    {
      summary: 'List people',
      description: 'Fifty at a time, the newest accounts first.',
      query: z.object({ before: UserId.optional().openapi({ description: '`next` of the page before' }) }),
      refusals: CLOSED,
      answer: exact({ people: z.array(ListedPerson), next: UserId.optional().openapi(RARE) }),
    },
    listPeople,
  ),
  admin(
    'post',
    '/admin/people/search',
    {
      summary: 'Search people by the beginning of an address',
      description: 'Fifty at a time, in the order of the addresses. At most thirty searches a minute.',
      counted: true,
      body: z.object({ search: Search, after: Search.optional() }),
      refusals: CLOSED,
      answer: exact({ people: z.array(ListedPerson), next: Search.optional().openapi(RARE) }),
    },
    searchPeople,
  ),
  admin(
    'get',
    '/admin/people/{id}',
    {
      summary: 'Show a person',
      description: 'Their ways in by name, never by id or key.',
      params,
      answer: Person,
      refusals: CLOSED,
    },
    readPerson,
  ),
  admin(
    'post',
    '/admin/people/{id}/suspend',
    {
      summary: 'Suspend a person',
      description: 'Ends their sessions. Until the suspension ends, they cannot sign in or recover the account.',
      params,
      body: z.object({ reason: Reason, until: Until }),
      refusals: [...ON_PERSON, 'last_owner', 'conflict'],
    },
    suspendPerson,
  ),
  admin(
    'post',
    '/admin/people/{id}/unsuspend',
    { summary: 'End the suspension of a person', params, refusals: [...ON_PERSON, 'conflict'] },
    unsuspendPerson,
  ),
  admin(
    'post',
    '/admin/people/{id}/end-sessions',
    {
      summary: 'End the sessions of a person',
      params,
      body: z.object({ reason: Reason }),
      answer: exact({ ended: Count.openapi({ examples: [2] }) }),
      refusals: ON_PERSON,
    },
    endSessionsOf,
  ),
  admin(
    'post',
    '/admin/people/{id}/cancel-recovery',
    {
      summary: 'Cancel the recoveries of a person',
      description: 'For an owner who asks for it. Nobody can shorten the wait of one.',
      params,
      body: z.object({ reason: Reason }),
      refusals: ON_PERSON,
    },
    cancelRecoveryOf,
  ),
  admin(
    'post',
    '/admin/people/{id}/grant-role',
    {
      summary: 'Give a role to a person',
      description: 'The account needs a passkey and a second way in. An owner is one for good.',
      params,
      body: z.object({ role: Role, until: Until }),
      refusals: [...ON_PERSON, 'not_ready', 'last_owner'],
    },
    grantRole,
  ),
  admin(
    'post',
    '/admin/people/{id}/remove-role',
    {
      summary: 'Take a role from a person',
      params,
      body: z.object({ role: Role }),
      refusals: [...ON_PERSON, 'last_owner'],
    },
    removeRole,
  ),
  admin(
    'post',
    '/admin/people/{id}/confirm-roles',
    {
      summary: 'Confirm the roles of a person after a recovery',
      description: 'Roles do not count after the account was recovered with a mailbox, until an owner confirms them.',
      params,
      refusals: [...ON_PERSON, 'conflict'],
    },
    confirmRolesOf,
  ),
] as const
