import { z } from '@hono/zod-openapi'
import { TOPICS } from '#server/activity/kinds.ts'
import { listEvents } from '#server/activity/list.ts'
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
const ShownEvent = exact({
  ...event,
  device: Device,
  worrying: z.boolean().openapi({ description: 'the owner should look at it' }),
  network: z
    .enum(['usual', 'new'])
    .optional()
    .openapi({ description: 'whether the person had signed in from this network before, while that is known' }),
}).openapi('ShownEvent')

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
  about: z
    .enum([...TOPICS, 'worrying'])
    .optional()
    .openapi({ description: 'only events about this; `worrying`: only those to look at', examples: ['sign_ins'] }),
  session: SessionId.optional().openapi({ description: 'only what this session did' }),
})

export const activityRoutes = [
  actor(
    'get',
    '/activity',
    {
      summary: 'What happened to my account',
      description:
        'Newest first. Each event’s hash covers the previous one. `next` is set while there are older events. With a filter a page may have fewer events than asked for, or none, although there are older ones.',
      query: Page,
      answer: exact({ events: z.array(ShownEvent), next: Count.optional().openapi({ examples: [51] }) }),
    },
    listEvents,
  ),
] as const
