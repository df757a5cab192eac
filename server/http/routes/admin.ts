import { z } from '@hono/zod-openapi'
import { exportActs, listActs } from '#server/admin/audit.ts'
import { readKeys } from '#server/admin/keys.ts'
import { readMail } from '#server/admin/mail/read.ts'
import { retryLetters } from '#server/admin/mail/retry.ts'
import { sendTestLetter } from '#server/admin/mail/send-test.ts'
import { readOverview } from '#server/admin/overview.ts'
import { cancelRecoveryOf } from '#server/admin/people/cancel-recovery.ts'
import { endSessionsOf } from '#server/admin/people/end-sessions.ts'
import { listPeople, searchPeople } from '#server/admin/people/list.ts'
import { readPerson } from '#server/admin/people/read.ts'
import { suspendPerson, unsuspendPerson } from '#server/admin/people/suspend.ts'
import { confirmRolesOf } from '#server/admin/roles/confirm.ts'
import { grantRole, removeRole } from '#server/admin/roles/grant.ts'
import { admin } from '#server/http/edge/caller.ts'
import {
  Act,
  AuditExport,
  Keys,
  ListedPerson,
  Mail,
  Overview,
  Person,
  Reason,
  Role,
  Search,
  Until,
} from '#server/http/schemas/admin.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { Count, User, UserId } from '#server/http/schemas/values.ts'

const params = z.object({ id: UserId })
/** Whoever has no role is told `not_found`; a role without the permission, or a session without a passkey, `forbidden`. */
const CLOSED = ['not_found', 'forbidden', 'confirmation_required'] as const
const ON_PERSON = [...CLOSED, 'own_account', 'outranked', 'touch_required', 'not_settled'] as const

export const adminRoutes = [
  admin(
    'get',
    '/admin/overview',
    {
      summary: 'Show the product at a glance',
      description: 'Numbers end at 1,000, and sign-ins at 10,000.',
      refusals: CLOSED,
      answer: Overview,
    },
    readOverview,
  ),
  admin(
    'get',
    '/admin/mail',
    {
      summary: 'Show how letters leave, and those that wait',
      description: 'At most fifty of each. Addresses are masked, and nothing of what a letter says is in the answer.',
      refusals: CLOSED,
      answer: Mail,
    },
    readMail,
  ),
  admin(
    'post',
    '/admin/mail/test',
    {
      summary: 'Send a test letter to my own address',
      description: 'Five an hour.',
      counted: true,
      refusals: CLOSED,
    },
    sendTestLetter,
  ),
  admin(
    'post',
    '/admin/mail/retry',
    {
      summary: 'Send refused letters again now',
      description: 'Those that wait after a refusal. Nobody can drop a letter.',
      answer: exact({ retried: Count.openapi({ examples: [2] }) }),
      refusals: [...CLOSED, 'touch_required', 'not_settled'],
    },
    retryLetters,
  ),
  admin(
    'get',
    '/admin/keys',
    {
      summary: 'Show what depends on which secret',
      description:
        'Counted again after ten minutes. A secret has the name of one of its keys, from which it cannot be found.',
      refusals: CLOSED,
      answer: Keys,
    },
    readKeys,
  ),
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
  admin(
    'get',
    '/admin/audit',
    {
      summary: 'List what administrators did',
      description:
        'The newest first, of everybody or of one person. The hash of an act covers that of the one before it. `named` has the people who still exist.',
      query: z.object({
        target: UserId.optional().openapi({ description: 'only what was done to this person' }),
        before: z.coerce
          .number()
          .int()
          .min(1)
          .optional()
          .openapi({ examples: [51] }),
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(200)
          .optional()
          .openapi({ examples: [50] }),
      }),
      refusals: CLOSED,
      answer: exact({
        acts: z.array(Act),
        named: z.array(User),
        next: z.number().int().optional().openapi(RARE),
      }),
    },
    listActs,
  ),
  admin(
    'get',
    '/admin/audit/export',
    {
      summary: 'Everything that administrators did',
      description:
        'The whole chain, the oldest act first. `latchkey verify-activity` checks it without a server. The answer is streamed. An administrator has one export at a time, and a few an hour.',
      answer: AuditExport,
      streams: true,
      counted: true,
      refusals: CLOSED,
    },
    exportActs,
  ),
] as const
