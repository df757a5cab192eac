import type { Config } from '#server/config/config.ts'

const YEAR_SECONDS = 31_536_000

/** The headers of every answer, pages and API alike. Pages add their own content security policy. */
export function securityHeaders({ local }: Config): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy':
      'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(local ? {} : { 'strict-transport-security': `max-age=${2 * YEAR_SECONDS}; includeSubDomains` }),
  }
}

/** The headers that the API adds: its answers are no documents, and no cache may store them. */
export const API_HEADERS = {
  'cache-control': 'private, no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
