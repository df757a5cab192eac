import type { AppError } from '#server/errors.ts'
import { problemOf, faultOf } from '#server/http/edge/problems.ts'

/**
 * Writes a refusal, or a fault of ours, as OAuth does (RFC 6749 §5.2). Its descriptions are ASCII, so they are English.
 */
export function oauthErrorResponse(refusal: AppError | undefined): Response {
  const { status, title, detail, retryAfter } = refusal ? problemOf(refusal) : faultOf()
  const description = (detail ?? title).replaceAll(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, "'")
  const headers = {
    'content-type': 'application/json;charset=UTF-8',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  return new Response(
    JSON.stringify({ error: OAUTH_ERROR[status] ?? 'invalid_request', error_description: description }),
    {
      status,
      headers,
    },
  )
}

/** The error of each status that is not `invalid_request`. The last two are those of RFC 6749 §4.1.2.1. */
const OAUTH_ERROR: Record<number, string> = {
  401: 'invalid_client',
  429: 'temporarily_unavailable',
  500: 'server_error',
  503: 'temporarily_unavailable',
}
