import { AppError } from '#server/errors.ts'
import { type BodyType, MEDIA_TYPES } from '#server/http/edge/declaration.ts'

const BODILESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Returns whether a method has no body and changes nothing. */
export function isBodiless({ method }: Pick<Request, 'method'>): boolean {
  return BODILESS.has(method)
}

/** Returns the declared length of the body in bytes, and undefined for a chunked body (RFC 9112 §6.3). */
export function lengthOf({ headers }: Pick<Request, 'headers'>): number | undefined {
  const length = headers.get('content-length')
  return length !== null && /^\d+$/.test(length) && !headers.has('transfer-encoding') ? Number(length) : undefined
}

/**
 * Refuses a write that our own pages did not send (`wrong_origin`). `Origin` must be the configured origin. If it is missing,
 * `Sec-Fetch-Site` must be `same-origin`. The origin `null` is refused.
 */
export function requireSameOrigin(request: Request, origin: string): void {
  if (BODILESS.has(request.method)) return
  const sent = request.headers.get('origin')
  const same = sent === null ? request.headers.get('sec-fetch-site') === 'same-origin' : sent === origin
  if (!same) throw new AppError('wrong_origin')
}

/**
 * Refuses a body of another type than the route takes with `unsupported_type`. No cross-site form can declare JSON or
 * a picture, so a route for our own pages takes nothing else.
 */
export function requireType(request: Request, body: BodyType): void {
  if (BODILESS.has(request.method) || !hasBody(request)) return
  const types: readonly string[] = MEDIA_TYPES[body]
  if (types.includes(typeOf(request))) return
  // The refusal's own sentence asks for JSON.
  throw new AppError('unsupported_type', body === 'json' ? {} : { malformed: `Send ${types.join(' or ')}.` })
}

/** Returns the media type that a body declares, in small letters and without parameters; empty without one. */
export function typeOf({ headers }: Pick<Request, 'headers'>): string {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
}

/** Returns whether the request has a body, by its headers (RFC 9112 §6). The server's `Request` always seems to have one. */
export function hasBody(request: Request): boolean {
  const length = request.headers.get('content-length')
  return request.headers.has('transfer-encoding') || (length !== null && length !== '0')
}
