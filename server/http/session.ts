import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge.ts'
import { Time, User } from '#server/http/schemas.ts'
import { WaySchema } from '#server/http/sessions.ts'
import { signOut } from '#server/sessions/end.ts'

const Session = z.object({ id: z.string(), way: WaySchema, startedAt: Time, expiresAt: Time, confirmedAt: Time.optional() })

export const sessionRoutes = [
  actor('get', '/session', { summary: 'Who am I', answer: z.object({ user: User, session: Session }) }, async (_world, who) => ({
    user: { id: who.userId, name: who.name, email: who.email },
    session: { id: who.sessionId, way: who.way, startedAt: who.sessionStartedAt, expiresAt: who.sessionExpiresAt, confirmedAt: who.confirmedAt },
  })),
  actor('delete', '/session', { summary: 'Sign out', ends: true }, signOut),
] as const
