import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import {
  Count,
  Device,
  exact,
  Ip,
  later,
  PasskeyId,
  SessionId,
  text,
  Time,
  User,
} from '#server/http/schemas/schemas.ts'
import { endOtherSessions, endSession, signOut } from '#server/sessions/end.ts'
import { listSessions } from '#server/sessions/list.ts'

export const WaySchema = z.enum(['sign_up', 'passkey', 'password', 'mailbox_code', 'recovery'])

export const Session = exact({
  id: SessionId,
  current: z.boolean().openapi({ description: 'the session that asks' }),
  way: WaySchema,
  passkey: exact({ id: PasskeyId, name: text('iCloud Keychain') })
    .optional()
    .openapi({ description: 'the one that opened it, while it exists' }),
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
      description: '`confirmedAt` says when this session last proved who it is.',
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
    { summary: 'Sign out', description: 'The session is over, whatever copy of its cookie comes back.', ends: true },
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
      description: 'Another than one’s own needs a confirmation.',
      params: z.object({ id: SessionId }),
      refusals: ['confirmation_required', 'not_found'],
    },
    endSession,
  ),
] as const
