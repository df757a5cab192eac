import { z } from '@hono/zod-openapi'
import { listEvents } from '#server/audit/list.ts'
import { actor } from '#server/http/edge.ts'
import { Passkey } from '#server/http/passkeys.ts'
import { Device, Time } from '#server/http/schemas.ts'
import { Session } from '#server/http/sessions.ts'
import { exportAccount } from '#server/users/export.ts'

const Event = z
  .object({
    seq: z.number().int(),
    at: Time,
    kind: z.string(),
    sessionId: z.string().nullable(),
    ip: z.string(),
    userAgent: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .openapi('Event')

const Export = z
  .object({
    format: z.literal('latchkey-export-1'),
    exportedAt: Time,
    user: z.object({ id: z.string(), handle: z.string(), name: z.string(), createdAt: Time }),
    emails: z.array(z.object({ address: z.string(), primary: z.boolean(), createdAt: Time })),
    passkeys: z.array(Passkey.extend({ credentialId: z.string(), aaguid: z.string(), signCount: z.number().int() })),
    sessions: z.array(Session),
    events: z.array(Event),
  })
  .openapi('Export')

const Page = z.object({
  before: z.coerce.number().int().min(1).optional().openapi({ type: 'integer' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
})

export const accountRoutes = [
  actor(
    'get',
    '/activity',
    { summary: 'What happened to my account', query: Page, answer: z.object({ events: z.array(Event.extend({ device: Device })), next: z.number().int().optional() }) },
    listEvents,
  ),
  actor('get', '/account/export', { summary: 'Everything kept about me', answer: Export }, exportAccount),
] as const
