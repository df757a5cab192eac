import { z } from '@hono/zod-openapi'
import { listEvents } from '#server/audit/list.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Device, SessionId, Ip, Count, Time } from '#server/http/schemas/values.ts'
import { text, exact } from '#server/http/schemas/exact.ts'

const event = {
  seq: Count.openapi({ examples: [1] }),
  at: Time,
  kind: text('account_created'),
  sessionId: SessionId.nullable(),
  ip: Ip,
  userAgent: text(SAMPLE.chrome),
  details: z.record(z.string(), z.unknown()).openapi({
    description: 'details, by kind of event',
    examples: [{ passkey: 'iCloud Keychain' }],
  }),
  hash: text('MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak').openapi({
    description: 'SHA-256 over the previous hash and this event',
  }),
}
export const Event = exact(event).openapi('Event')
const ShownEvent = exact({ ...event, device: Device }).openapi('ShownEvent')

const Page = z.object({
  before: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({
      type: 'integer',
      description: 'only events before this number: `next` of the previous page',
      examples: [51],
    }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(50)
    .openapi({ type: 'integer', examples: [50] }),
})

export const activityRoutes = [
  actor(
    'get',
    '/activity',
    {
      summary: 'What happened to my account',
      description:
        'Newest first. Each event’s hash covers the previous one. `next` is set while there are older events.',
      query: Page,
      answer: exact({ events: z.array(ShownEvent), next: Count.optional().openapi({ examples: [51] }) }),
    },
    listEvents,
  ),
] as const
