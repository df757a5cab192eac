import { hmac, type Key, type Keys, sameText } from '#server/crypto/keys.ts'

/** What a letter's link may do. A token is valid for one purpose only. */
export type LinkPurpose = 'cancel' | 'invite'

/** Returns the token of a letter's link, `<id>.<signature>`. */
export function linkToken({ letter: [newest] }: Keys, purpose: LinkPurpose, id: string): string {
  return tokenUnder(newest, purpose, id)
}

/** Returns the id in a link's token, and undefined if no key of the ring signed the token for this purpose. */
export function openLinkToken({ letter: ring }: Keys, purpose: LinkPurpose, token: string): string | undefined {
  const id = token.slice(0, Math.max(token.lastIndexOf('.'), 0))
  const ours = ring.map((key) => sameText(tokenUnder(key, purpose, id), token)).includes(true)
  return ours && id !== '' ? id : undefined
}

function tokenUnder(key: Key, purpose: LinkPurpose, id: string): string {
  return `${id}.${hmac([key], `link:${purpose}:${id}`).toString('base64url')}`
}
