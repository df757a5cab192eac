import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { Device, User, PasskeyId, SessionId, Ip, Count, later, Time } from '#server/http/schemas/values.ts'
import { text, exact } from '#server/http/schemas/exact.ts'
import { endOtherSessions, endSession, signOut } from '#server/sessions/end.ts'
import { listSessions } from '#server/sessions/list.ts'

const WaySchema = z.enum(['sign_up', 'passkey', 'password', 'mailbox_code', 'recovery'])

export const Session = exact({
  id: SessionId,
  current: z.boolean().openapi({ description: 'the session of this request' }),
  way: WaySchema,
  passkey: exact({ id: PasskeyId, name: text('iCloud Keychain') })
    .optional()
    .openapi({ description: 'the passkey that opened it, while it exists' }),
  ip: Ip,
  device: Device,
  createdAt: Time,
  lastSeenAt: Time,
  expiresAt: later({ hours: 720 }),
}).openapi('Session')

const OwnSession = exact({
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
      description: '`confirmedAt` is when this session was last confirmed.',
      answer: exact({ user: User, session: OwnSession }),
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
    { summary: 'Sign out', description: 'Ends the session. No copy of its cookie works any more.', ends: 'session' },
    signOut,
  ),

  actor(
    'get',
    '/sessions',
    { summary: 'Where am I signed in', answer: exact({ sessions: z.array(Session) }) },
    async (world, who) => ({
      sessions: await listSessions(world, who),
    }),
  ),
  actor(
    'delete',
    '/sessions',
    {
      summary: 'End all other sessions',
      answer: exact({ ended: Count.openapi({ examples: [2] }) }),
      refusals: ['confirmation_required'],
    },
    endOtherSessions,
  ),
  actor(
    'delete',
    '/sessions/{id}',
    {
      summary: 'End one session',
      description: 'Ending another session needs a confirmation.',
      params: z.object({ id: SessionId }),
      refusals: ['confirmation_required', 'not_found'],
    },
    endSession,
  ),
] as const
