import { z } from '@hono/zod-openapi'
import { listEvents } from '#server/audit/list.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import { actor } from '#server/http/edge/caller.ts'
import { Count, Device, exact, Ip, SessionId, text, Time } from '#server/http/schemas/schemas.ts'

const event = {
  seq: Count.openapi({ examples: [1] }),
  at: Time,
  kind: text('account_created'),
  sessionId: SessionId.nullable(),
  ip: Ip,
  userAgent: text(SAMPLE.chrome),
  details: z.record(z.string(), z.unknown()).openapi({
    description: 'what the event is about, in words of its kind',
    examples: [{ passkey: 'iCloud Keychain' }],
  }),
  hash: text('MuvlpKwXr6eIyBY_gz4yVaZ-63s9aH69LcZCBCazBak').openapi({
    description: 'SHA-256 over the hash before it and this event',
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
      description: 'only events before this number: `next` of the page before',
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
        'Newest first. Each event is hashed over the one before it; `next` is there while there are older ones.',
      query: Page,
      answer: exact({ events: z.array(ShownEvent), next: Count.optional().openapi({ examples: [51] }) }),
    },
    listEvents,
  ),
] as const
