import { z } from '@hono/zod-openapi'
import { beginConfirmation, finishConfirmation } from '#server/sign-in/confirmation.ts'
import { TOUCHED_ACTS } from '#server/touches.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Code, Ceremony } from '#server/http/schemas/inputs.ts'
import { RequestOptions, Assertion } from '#server/http/schemas/credentials.ts'
import { exact } from '#server/http/schemas/exact.ts'

const touch = {
  act: z
    .enum(TOUCHED_ACTS)
    .optional()
    .openapi({ description: 'what takes something away', examples: ['remove_passkey'] }),
  target: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: 'the id of what the act is done to', examples: [SAMPLE.ids.passkey] }),
}
const Proof = z.union([z.object({ ceremony: Ceremony, credential: Assertion }), z.object({ code: Code, ...touch })])

export const confirmationRoutes = [
  actor(
    'post',
    '/confirmation/options',
    {
      summary: 'Get the ways to confirm, and the options for a passkey',
      description:
        'A way must be older than this session; for an act that takes something away it must have settled. The answer has a ceremony and options only if a passkey is among the ways.',
      body: z.object(touch),
      refusals: ['not_settled'],
      answer: exact({
        ceremony: Ceremony.optional(),
        options: RequestOptions.optional(),
        ways: z.array(z.enum(['passkey', 'totp', 'backup_code'])),
      }),
    },
    beginConfirmation,
  ),
  actor(
    'post',
    '/confirmation',
    {
      summary: 'Confirm with a passkey or a code; the session gets a new token',
      description:
        'Allows sensitive actions for ten minutes. A way that was added in this session cannot confirm it. Ten wrong codes end the session.',
      counted: true,
      body: Proof,
      refusals: ['ceremony_over', 'code_wrong', 'confirmation_failed', 'not_settled'],
      opens: true,
    },
    finishConfirmation,
  ),
] as const
