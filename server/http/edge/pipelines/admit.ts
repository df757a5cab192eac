import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { cookieName } from '#server/callers/cookie-name.ts'
import { readBrowserId, visitorOf } from '#server/callers/visitor.ts'
import { AppError } from '#server/errors.ts'
import { isBodiless, lengthOf, requireSameOrigin, requireType } from '#server/http/edge/admission.ts'
import { ipOf, languageFor } from '#server/http/edge/context.ts'
import { putCookie } from '#server/http/edge/cookies.ts'
import { type BodyType, MOST_BODY_BYTES } from '#server/http/edge/declaration.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import { countRead } from '#server/http/edge/read-limit.ts'

const BROWSER_COOKIE_SECONDS = 400 * 86_400

type Admission = {
  /** What a body must declare itself to be. */
  body?: BodyType
  /** Counts a write as a read, in memory, because it writes nothing. */
  countedAsRead?: boolean
}

/** Admits a request to a route: checks origin, body type and size, identifies the sender, and counts reads. */
export function admit(pipeline: Pipeline, { body = 'json', countedAsRead = false }: Admission = {}) {
  const maxSize = MOST_BODY_BYTES[body]
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large')
    },
  })
  return createMiddleware<Edge>(async (c, next) => {
    c.set('pipeline', pipeline)
    if (pipeline.cors) c.set('headers', { ...c.get('headers'), 'access-control-allow-origin': '*' })

    const bodiless = isBodiless(c.req.raw)
    // Where the length is declared, the server lets no more through. Counting it again would turn the body into a stream.
    const length = lengthOf(c.req.raw)
    if (!bodiless) {
      if (pipeline.sameOrigin) requireSameOrigin(c.req.raw, c.get('world').config.origin)
      requireType(c.req.raw, body)
      if (length !== undefined && length > maxSize) throw new AppError('too_large')
    }
    introduce(c, pipeline)
    if (isRead(c) || countedAsRead) countRead(c.get('world'), ipOf(c))
    if (bodiless || length !== undefined) return next()
    return limit(c, next)
  })
}

/** Sets who sends the request. A browser whose first write is admitted gets its id with the answer. */
function introduce(c: Context<Edge>, { cookies }: Pipeline): void {
  const world = c.get('world')
  const told = { ip: ipOf(c), userAgent: c.req.header('user-agent'), language: languageFor(c) }
  if (!cookies) return c.set('visitor', visitorOf({ ...told, browserId: '' }))

  const name = cookieName(world.config, 'browser')
  const known = readBrowserId(getCookie(c, name))
  const browserId = known ?? world.random(24).toString('base64url')
  if (!known && !isRead(c)) putCookie(c, name, browserId, BROWSER_COOKIE_SECONDS)
  c.set('visitor', visitorOf({ ...told, browserId }))
}

function isRead({ req }: Context<Edge>): boolean {
  return req.method === 'GET' || req.method === 'HEAD'
}
