import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge.ts'
import { Device, Id, Time } from '#server/http/schemas.ts'
import { endOtherSessions, endSession } from '#server/sessions/end.ts'
import { listSessions } from '#server/sessions/list.ts'

export const WaySchema = z.enum(['sign_up', 'passkey', 'password', 'mailbox_code', 'recovery'])

export const Session = z
  .object({
    id: z.string(),
    current: z.boolean(),
    way: WaySchema,
    passkey: z.object({ id: z.string(), name: z.string() }).optional(),
    ip: z.string(),
    device: Device,
    createdAt: Time,
    lastSeenAt: Time,
    expiresAt: Time,
  })
  .openapi('Session')

export const sessionsRoutes = [
  actor('get', '/sessions', { summary: 'Where am I signed in', answer: z.object({ sessions: z.array(Session) }) }, async (world, who) => ({
    sessions: await listSessions(world, who),
  })),
  actor('delete', '/sessions', { summary: 'End all other sessions', answer: z.object({ ended: z.number().int() }) }, endOtherSessions),
  actor('delete', '/sessions/{id}', { summary: 'End one session', params: z.object({ id: Id }) }, endSession),
] as const
