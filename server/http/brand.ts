import type { Brand } from '#server/brand/settings.ts'
import type { Config } from '#server/config/config.ts'
import { securityHeaders } from '#server/http/edge/security-headers.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
/** A drawing opened by itself is a document: it may style itself, and do nothing else. */
const ONLY_STYLED =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export type BrandAnswer = { headers: Record<string, string>; body: Buffer }

/** What is answered at the addresses of the brand, by path. */
export function brandAnswers(config: Config): Map<string, BrandAnswer> {
  const files = filesOf(config.brand).map(({ path, type, body }): [string, BrandAnswer] => [
    path,
    {
      body,
      headers: {
        ...securityHeaders(config),
        'content-type': type,
        'content-length': String(body.length),
        'content-security-policy': ONLY_STYLED,
        'cache-control': FOR_EVER,
      },
    },
  ])
  return new Map(files)
}

function filesOf({ stylesheet, mark, icon }: Brand) {
  return [stylesheet, mark, icon].filter((file) => file !== undefined)
}
