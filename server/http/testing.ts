import { z } from '@hono/zod-openapi'
import { visitor } from '#server/http/edge.ts'
import { Time } from '#server/http/schemas.ts'
import { advanceClock } from '#server/testing.ts'
import { listLetters } from '#server/mail/list.ts'

const Letter = z
  .object({
    id: z.string(),
    to: z.string(),
    letter: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    at: Time,
    code: z.string().optional(),
    link: z.string().optional(),
  })
  .openapi('Letter')

/** Mounted in testing mode only. */
export const testingRoutes = [
  visitor(
    'get',
    '/testing/mailbox',
    { summary: 'The letters, newest first', query: z.object({ to: z.string().optional() }), answer: z.object({ letters: z.array(Letter) }) },
    async (world, _visitor, { to }) => ({ letters: await listLetters(world, { to }) }),
  ),
  visitor(
    'post',
    '/testing/clock',
    {
      summary: 'Turn the clock, then run housekeeping and mail',
      body: z.object({ advance: z.number().int().min(-315_360_000).max(315_360_000).describe('seconds') }),
      answer: z.object({ now: Time }),
    },
    advanceClock,
  ),
] as const
