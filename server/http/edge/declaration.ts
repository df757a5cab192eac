import type { z } from '@hono/zod-openapi'
import type { Ended } from '#server/callers/cookie-name.ts'
import type { RefusalCode } from '#server/errors.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type Status = 200 | 201 | 202 | 204

/** The media type of each kind of body. */
export const MEDIA_TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const
export type BodyType = keyof typeof MEDIA_TYPES

/** What a route accepts, returns and refuses. Without `answer` it returns a 204. */
export type Declaration = {
  summary: string
  /** What the summary leaves out: what the route needs, what it changes, when it refuses. */
  description?: string
  /** A JSON body. */
  body?: z.ZodType
  /** An URL-encoded form instead of a JSON body. */
  form?: z.ZodObject
  params?: z.ZodObject
  query?: z.ZodObject
  answer?: z.ZodType
  status?: Exclude<Status, 204>
  /** Members of the answer come in pages, and are written as they come. */
  streams?: true
  /** What the use-case refuses. Refusals of the edge are added to every route. */
  refusals?: readonly RefusalCode[]
  /** The use-case counts its own tries, or writes nothing (`as a read`). Without this every write counts as one request of its IP. */
  counted?: true | 'as a read'
  /** The use-case opens or renews a session: the edge puts it into the cookie. */
  opens?: true
  /** The use-case ends the caller's session, with or without the account: the edge clears the cookie. */
  ends?: Ended
}

/** What a body must declare itself to be. */
export function bodyTypeOf({ form }: Pick<Declaration, 'form'>): BodyType {
  return form ? 'form' : 'json'
}
