import { z } from '@hono/zod-openapi'
import { beginConfirmation, finishConfirmation } from '#server/sign-in/confirmation.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Assertion, Ceremony, Code, exact, RequestOptions } from '#server/http/schemas/schemas.ts'

const Proof = z.union([z.object({ ceremony: Ceremony, credential: Assertion }), z.object({ code: Code })])

export const confirmationRoutes = [
  actor(
    'post',
    '/confirmation/options',
    {
      summary: 'Get the ways to confirm who is there, and what a browser needs to use a passkey',
      description:
        'By what was bound before this session began. A ceremony and its options come only if a passkey is among the ways.',
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
      description: 'Opens sensitive actions for ten minutes. What was added in this session cannot confirm it.',
      counted: true,
      body: Proof,
      refusals: ['ceremony_over', 'code_wrong', 'confirmation_failed'],
      opens: true,
    },
    finishConfirmation,
  ),
] as const
