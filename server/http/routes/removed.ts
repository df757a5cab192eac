import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { text, exact } from '#server/http/schemas/exact.ts'
import { Ceremony, MailboxCode } from '#server/http/schemas/inputs.ts'
import { Accepted, CODE_LETTER, Id, later, Time } from '#server/http/schemas/values.ts'
import { bringBackWay } from '#server/removed/bring-back.ts'
import { beginRemovingForGood, finishRemovingForGood } from '#server/removed/for-good.ts'
import { listRemovedWays } from '#server/removed/list.ts'

const RemovedWay = exact({
  id: Id,
  kind: z.enum(['passkey', 'totp', 'backup_codes', 'password']),
  name: text('Work laptop').optional().openapi({ description: 'of a passkey' }),
  removedAt: Time,
  until: later({ hours: 168 }),
  byRecovery: z.boolean().openapi({ description: 'a completed recovery took it away' }),
  takesBack: z.boolean().openapi({ description: 'whoever holds it can take the account back' }),
}).openapi('RemovedWay')

export const removedRoutes = [
  actor(
    'get',
    '/removed',
    {
      summary: 'List my removed ways in',
      description: 'Those that were removed or replaced in the last seven days and had settled.',
      answer: exact({ removed: z.array(RemovedWay) }),
    },
    async (world, who) => ({ removed: await listRemovedWays(world, who) }),
  ),
  actor(
    'post',
    '/removed/{id}/bring-back',
    {
      summary: 'Bring a removed way in back',
      description: 'For seven days, with a touch for it. What replaced it is removed. Every address gets a letter.',
      params: z.object({ id: Id }),
      answer: exact({ accepted: Accepted }),
      refusals: ['touch_required', 'not_settled', 'not_found', 'forbidden', 'too_many_passkeys'],
    },
    bringBackWay,
  ),
  actor(
    'post',
    '/removed/{id}/code',
    {
      summary: 'Send a code that removes a way in for good',
      description: 'To one of the settled addresses of the account, by its id.',
      params: z.object({ id: Id }),
      body: z.object({ email: Id }),
      answer: exact({ ceremony: Ceremony, ...CODE_LETTER }),
      status: 202,
      refusals: ['confirmation_required', 'not_settled', 'not_found'],
    },
    beginRemovingForGood,
  ),
  actor(
    'post',
    '/removed/{id}/for-good',
    {
      summary: 'Remove a way in for good',
      description:
        'With the code and a touch for it. Whoever holds it can no longer take the account back with it. Every address gets a letter.',
      counted: true,
      params: z.object({ id: Id }),
      body: z.object({ ceremony: Ceremony, code: MailboxCode }),
      refusals: ['touch_required', 'not_settled', 'not_found', 'ceremony_over', 'code_wrong'],
    },
    finishRemovingForGood,
  ),
] as const
