import type { World } from '#server/world.ts'

const NONCE_BYTES = 16

/** The policy of an answer that is no page. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** Returns the value that admits the scripts of one answer and of no other, in base64url. */
export function newNonce({ random }: World): string {
  return random(NONCE_BYTES).toString('base64url')
}

/** Returns the content security policy of a page (CSP Level 3). It admits scripts and styles with the nonce only. */
export function pagePolicy(world: World, path: string, nonce: string, dev = false): string {
  // Next's development tools use inline styles. So do letters, which /mailbox shows in a frame that inherits this
  // policy.
  const unsealedStyles = dev || path === '/mailbox'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${unsealedStyles ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(world.config.origin.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
