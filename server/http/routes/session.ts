import { actor } from '#server/http/edge/endpoint.ts'
import { exact, later, SessionId, Time, User } from '#server/http/schemas/schemas.ts'
import { WaySchema } from '#server/http/routes/sessions.ts'
import { signOut } from '#server/sessions/end.ts'

const Session = exact({
  id: SessionId,
  way: WaySchema,
  startedAt: Time,
  expiresAt: later({ hours: 720 }),
  confirmedAt: Time.optional(),
})

export const sessionRoutes = [
  actor(
    'get',
    '/session',
    {
      summary: 'Who am I',
      description: '`confirmedAt` says when this session last proved who it is.',
      answer: exact({ user: User, session: Session }),
    },
    async (_world, who) => ({
      user: { id: who.userId, name: who.name, email: who.email },
      session: {
        id: who.sessionId,
        way: who.way,
        startedAt: who.sessionStartedAt,
        expiresAt: who.sessionExpiresAt,
        confirmedAt: who.confirmedAt,
      },
    }),
  ),
  actor(
    'delete',
    '/session',
    { summary: 'Sign out', description: 'The session is over, whatever copy of its cookie comes back.', ends: true },
    signOut,
  ),
] as const
