import { z } from '@hono/zod-openapi'
import { CLOSED, ON_PERSON, TOUCHED } from '#server/http/routes/admin-refusals.ts'
import { approvePerson, declinePerson } from '#server/admin/approvals/decide.ts'
import { listWaiting } from '#server/admin/approvals/list.ts'
import { changeSignUp, readSignUp } from '#server/admin/settings/sign-up.ts'
import { admin } from '#server/http/edge/caller.ts'
import { exact, RARE } from '#server/http/schemas/exact.ts'
import { Domains, Mode, SignUpSettings, Version, WaitingPerson } from '#server/http/schemas/sign-ups.ts'
import { UserId } from '#server/http/schemas/values.ts'

const params = z.object({ id: UserId })

export const signUpRuleRoutes = [
  admin(
    'get',
    '/admin/settings/sign-up',
    {
      summary: 'Show who may sign up',
      description: 'And the twenty newest versions of it. `locked`: the environment sets it.',
      refusals: CLOSED,
      answer: SignUpSettings,
    },
    readSignUp,
  ),
  admin(
    'put',
    '/admin/settings/sign-up',
    {
      summary: 'Change who may sign up',
      description: '`version` is the one that was read. The values of an earlier version bring it back.',
      body: z.object({ mode: Mode, domains: Domains.optional(), version: Version }),
      refusals: [...TOUCHED, 'conflict', 'locked'],
      answer: exact({ version: Version }),
    },
    changeSignUp,
  ),
  admin(
    'get',
    '/admin/approvals',
    {
      summary: 'List people who wait for approval',
      description: 'Fifty at a time, who waited longest first.',
      query: z.object({ after: UserId.optional().openapi({ description: '`next` of the page before' }) }),
      refusals: CLOSED,
      answer: exact({ people: z.array(WaitingPerson), next: UserId.optional().openapi(RARE) }),
    },
    listWaiting,
  ),
  admin(
    'post',
    '/admin/approvals/{id}/approve',
    {
      summary: 'Approve an account',
      description: 'The person gets a letter and can sign in.',
      params,
      refusals: [...ON_PERSON, 'conflict'],
    },
    approvePerson,
  ),
  admin(
    'post',
    '/admin/approvals/{id}/decline',
    {
      summary: 'Decline an account',
      description: 'Deletes it with everything that is stored about it. The person gets a letter.',
      params,
      refusals: [...ON_PERSON, 'conflict'],
    },
    declinePerson,
  ),
] as const
