import type { Visitor } from '#server/actor.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import type { World } from '#server/world.ts'

/** What the handlers of a request share. */
export type Edge = {
  /** `ip` is the socket's address. Tests set it themselves. */
  Bindings: { ip?: string }
  Variables: {
    world: World
    /** Who sends the request. Set by the route's pipeline. */
    visitor: Visitor
    pipeline?: Pipeline
    /** The headers of every answer. */
    headers: Record<string, string>
    /** The `Set-Cookie` lines of this answer. */
    cookies: string[]
    /** Set when an endpoint has answered with the headers and cookies above. */
    complete?: true
  }
}
