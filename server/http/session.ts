import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { actor, type Edge, requireActor } from '#server/http/edge.ts'
import { Time, User } from '#server/http/schemas.ts'
import { sessionCookieName } from '#server/http/session-cookie.ts'
import { signOut } from '#server/sessions/end.ts'
import { WaySchema } from '#server/http/sessions.ts'

const Session = z.object({ id: z.string(), way: WaySchema, startedAt: Time, expiresAt: Time, confirmedAt: Time.optional() })

export const sessionRoutes = [
  actor('get', '/session', { summary: 'Who am I', answer: z.object({ user: User, session: Session }) }, async (_world, who) => ({
    user: { id: who.userId, name: who.name, email: who.email },
    session: { id: who.sessionId, way: who.way, startedAt: who.sessionStartedAt, expiresAt: who.sessionExpiresAt, confirmedAt: who.confirmedAt },
  })),
  {
    route: createRoute({
      method: 'delete',
      path: '/session',
      summary: 'Sign out',
      tags: ['session'],
      security: [{ session: [] }],
      responses: { 204: { description: 'Signed out; the cookie and what the browser kept are cleared.' } },
    }),
    /** Clears what the browser kept as well, so that the Back button shows nothing. */
    handler: async (c: Context<Edge>) => {
      await signOut(c.var.world, await requireActor(c))
      deleteCookie(c, sessionCookieName(c.var.world.config), { path: '/', httpOnly: true, sameSite: 'Lax', secure: !c.var.world.config.local })
      c.header('clear-site-data', '"cache", "storage"')
      return c.body(null, 204)
    },
  },
] as const
