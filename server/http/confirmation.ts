import { z } from '@hono/zod-openapi'
import { beginConfirmation, finishConfirmation } from '#server/confirmation.ts'
import { actor } from '#server/http/edge.ts'
import { Assertion, Ceremony, RequestOptions } from '#server/http/schemas.ts'

export const confirmationRoutes = [
  actor(
    'post',
    '/confirmation/options',
    {
      summary: 'Get what a browser needs to confirm who is there',
      answer: z.object({ ceremony: Ceremony, options: RequestOptions, ways: z.array(z.enum(['passkey'])) }),
    },
    beginConfirmation,
  ),
  actor(
    'post',
    '/confirmation',
    { summary: 'Confirm with a passkey; the session gets a new token', counted: true, body: z.object({ ceremony: Ceremony, credential: Assertion }), opens: true },
    finishConfirmation,
  ),
] as const
