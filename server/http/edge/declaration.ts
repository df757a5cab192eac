import type { z } from '@hono/zod-openapi'
import type { Ended } from '#server/callers/cookie-name.ts'
import type { RefusalCode } from '#server/errors.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type Status = 200 | 201 | 202 | 204

/** The media types of each kind of body. */
export const MEDIA_TYPES = {
  json: ['application/json'],
  form: ['application/x-www-form-urlencoded'],
  picture: ['image/png', 'image/jpeg', 'image/webp'],
} as const
export type BodyType = keyof typeof MEDIA_TYPES

/** How many bytes each kind of body has at most. */
export const MOST_BODY_BYTES: Record<BodyType, number> = { json: 64 * 1_024, form: 64 * 1_024, picture: 256 * 1_024 }

/** A file as it was sent, with the media type that it was declared to be, in small letters. */
export type SentFile = { type: string; bytes: Uint8Array }
/** A file as an answer. `forEver`: the answer at this address never changes, so its reader may keep it. */
export type GivenFile = { bytes: Uint8Array<ArrayBuffer>; forEver: boolean }

/** What a route accepts, returns and refuses. Without `answer` it returns a 204. */
export type Declaration = {
  summary: string
  /** What the summary leaves out: what the route needs, what it changes, when it refuses. */
  description?: string
  /** A JSON body. */
  body?: z.ZodType
  /** An URL-encoded form instead of a JSON body. */
  form?: z.ZodObject
  /** A file instead of a JSON body, handed on as `file`. */
  file?: Exclude<BodyType, 'json' | 'form'>
  params?: z.ZodObject
  query?: z.ZodObject
  answer?: z.ZodType
  /** The media type of a file that is the answer, instead of JSON. */
  gives?: 'image/webp'
  status?: Exclude<Status, 204>
  /** Members of the answer come in pages, and are written as they come. */
  streams?: true
  /** What the use-case refuses. Refusals of the edge are added to every route. */
  refusals?: readonly RefusalCode[]
  /** The use-case counts its own tries, or writes nothing (`as a read`). Without this every write counts as one request of its IP. */
  counted?: true | 'as a read'
  /** The use-case opens or renews a session: the edge puts it into the cookie. `sometimes`: unless there is none. */
  opens?: true | 'sometimes'
  /** The use-case ends the caller's session, with or without the account: the edge clears the cookie. */
  ends?: Ended
}

/** What a body must declare itself to be. */
export function bodyTypeOf({ form, file }: Pick<Declaration, 'form' | 'file'>): BodyType {
  return file ?? (form ? 'form' : 'json')
}
