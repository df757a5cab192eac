import type { Context } from 'hono'
import type { Actor, Sender, Visitor } from '#server/actor.ts'
import { type Admin, requireAdmin } from '#server/admin/admin.ts'
import { AppError } from '#server/errors.ts'
import { findActor } from '#server/http/edge/cookies.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { head } from '#server/http/edge/endpoint.ts'
import type { Head } from '#server/http/edge/endpoint-types.ts'
import * as pipelines from '#server/http/edge/pipelines/pipeline.ts'
import type { World } from '#server/world.ts'

/** A route for anybody's browser. */
export const visitor = head<Visitor>(pipelines.browser(), (c) => c.get('visitor'))

/** A route for a browser with a live session; everyone else is refused with `not_signed_in`. */
export const actor = head<Actor>(pipelines.browser(), requireActor, { signedIn: true })

/**
 * A route for an administrator’s browser. Whoever has no role is refused with `not_found`. The use-case names the permission
 * that it needs.
 */
export const admin = head<Admin>(
  pipelines.browser(),
  async (c) => requireAdmin(c.get('world'), await requireActor(c)),
  { signedIn: true },
)

/** A route for other programs: no origin check, no cookies. */
export const machine = machineWith()

/** A route for other programs that scripts of any origin may read, or whose refusals are OAuth's. */
export function machineWith(options: Parameters<typeof pipelines.machine>[0] = {}): Head<Sender> {
  return head<Sender>(pipelines.machine(options), senderOf)
}

/** The caller with their live session, or the refusal `not_signed_in`. */
async function requireActor(c: Context<Edge>): Promise<Actor> {
  const found = await findActor(c)
  if (!found) throw new AppError('not_signed_in')
  return found
}

/** Where a request comes from. A program's request carries no browser's id. */
function senderOf(c: Context<Edge>): Sender {
  const { ip, userAgent, language } = c.get('visitor')
  return { ip, userAgent, language }
}

/**
 * A route for programs that present a bearer token (RFC 6750 §2.1: in the `Authorization` header and nowhere else). `find` returns
 * whose token it is; a missing, malformed or unknown one is refused with `not_signed_in`.
 */
export function bearer<Who>(
  find: (world: World, token: string, sender: Sender) => Promise<Who | undefined>,
  options: Parameters<typeof pipelines.bearer>[0] = {},
): Head<Who> {
  return head<Who>(pipelines.bearer(options), async (c) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const who = token === undefined ? undefined : await find(c.get('world'), token, senderOf(c))
    if (who === undefined) throw new AppError('not_signed_in')
    return who
  })
}
