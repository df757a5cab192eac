import { drawMark } from '#server/brand/drawn-mark.ts'
import { DRAWN_ICONS, MANIFEST, manifestOf } from '#server/brand/install.ts'
import type { Config } from '#server/config/config.ts'
import type { BrandAnswer } from '#server/http/brand.ts'
import { securityHeaders } from '#server/http/edge/security-headers.ts'
import { NO_PAGE_POLICY } from '#server/http/pages/policy.ts'

const A_DAY = 'public, max-age=86400'

/** What is answered at the addresses by which a browser installs the pages as an app, by path. Icons are drawn when first asked for. */
export function installAnswers(config: Config): Map<string, () => BrandAnswer> {
  const { brand, rp } = config
  const manifest = () => Buffer.from(JSON.stringify(manifestOf(brand, rp.name)))
  const drawn = brand.mark ? [] : Object.entries(DRAWN_ICONS)
  return new Map([
    [MANIFEST, once(config, 'application/manifest+json', manifest)],
    ...drawn.map(([path, side]): [string, () => BrandAnswer] => [
      path,
      once(config, 'image/png', () => drawMark(side, brand.accent.light)),
    ]),
  ])
}

function once(config: Config, type: string, make: () => Buffer): () => BrandAnswer {
  let made: BrandAnswer | undefined
  return () => {
    made ??= answerWith(config, type, make())
    return made
  }
}

function answerWith(config: Config, type: string, body: Buffer): BrandAnswer {
  return {
    body,
    headers: {
      ...securityHeaders(config),
      'content-type': type,
      'content-length': String(body.length),
      'content-security-policy': NO_PAGE_POLICY,
      'cache-control': A_DAY,
    },
  }
}
