import { z } from '@hono/zod-openapi'
import { machineWith, visitor } from '#server/http/edge/caller.ts'
import { Time, Id } from '#server/http/schemas/values.ts'
import { text, RARE, exact } from '#server/http/schemas/exact.ts'
import { advanceClock, readMailbox } from '#server/testing.ts'

const Letter = exact({
  id: Id,
  to: text('ada@example.com'),
  letter: text('sign-up-code'),
  subject: text('Your code for Latchkey'),
  text: text('Your code is 314159.'),
  html: text('<!DOCTYPE html><html lang="en"><body><p>Your code is 314159.</p></body></html>'),
  at: Time,
  code: text('314159').optional(),
  link: z.string().optional().openapi(RARE),
}).openapi('Letter')

/** Mounted in testing mode only. */
export const testingRoutes = [
  visitor(
    'get',
    '/testing/mailbox',
    {
      summary: 'The letters, newest first',
      description: 'In testing mode only. Letters that are due are delivered first; others are not listed.',
      query: z.object({
        to: z
          .string()
          .optional()
          .openapi({ examples: ['ada@example.com'] }),
      }),
      answer: exact({ letters: z.array(Letter) }),
      refusals: ['not_found'],
    },
    readMailbox,
  ),
  visitor(
    'post',
    '/testing/clock',
    {
      summary: 'Move the clock, then run housekeeping and mail',
      description: 'In testing mode only.',
      body: z.object({
        advance: z
          .number()
          .int()
          .min(-315_360_000)
          .max(315_360_000)
          .openapi({ description: 'seconds; 0 and negative numbers are allowed', examples: [86_400] }),
      }),
      answer: exact({ now: Time }),
      refusals: ['not_found'],
    },
    advanceClock,
  ),
  // Proves the machine pipeline: a form from any origin, refused with OAuth's errors.
  machineWith({ errors: 'oauth', cors: true })(
    'post',
    '/testing/form',
    {
      summary: 'Send a form from anywhere',
      description: 'In testing mode only. Returns what was sent.',
      form: z.object({
        word: z
          .string()
          .min(1)
          .max(64)
          .openapi({ examples: ['hello'] }),
      }),
      answer: exact({ word: text('hello') }),
    },
    async (_world, _sender, { word }) => ({ word }),
  ),
] as const
