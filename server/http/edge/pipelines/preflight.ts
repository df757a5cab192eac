import type { Context } from 'hono'
import type { Edge } from '#server/http/edge/edge.ts'

/** For how long a browser may remember that a route takes requests from elsewhere (seconds). */
const REMEMBERED_SECONDS = 600

/** Answers the preflight of a route that scripts of any origin may call (Fetch standard, CORS-preflight request). */
export function answerPreflight(c: Context<Edge>, methods: Iterable<string>): Response {
  return c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': [...methods].join(', '),
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': String(REMEMBERED_SECONDS),
  })
}
