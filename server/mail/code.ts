import { hmac, type Key, type Keys, sameText } from '#server/keys.ts'

/** What a letter's link may do. A token of one purpose is none of another. */
export type LinkPurpose = 'cancel' | 'undo'

/** The six digits of a code letter: made from the letter's id, so that no row ever holds them. */
export function mailboxCode({ letter: [newest] }: Keys, letterId: string): string {
  return codeUnder(newest, letterId)
}

/** Tells whether these are the letter's six digits, under any key of the ring. */
export function isMailboxCode({ letter: ring }: Keys, letterId: string, code: string): boolean {
  // Every key is tried before the answer, so that the time does not tell which one fits.
  return ring.map((key) => sameText(codeUnder(key, letterId), code)).includes(true)
}

/** The token of a letter's link, `<id>.<signature>`. */
export function linkToken({ letter: [newest] }: Keys, purpose: LinkPurpose, id: string): string {
  return tokenUnder(newest, purpose, id)
}

/** The id in a link's token, or nothing if we did not make it for this purpose. */
export function openLinkToken({ letter: ring }: Keys, purpose: LinkPurpose, token: string): string | undefined {
  const id = token.slice(0, Math.max(token.lastIndexOf('.'), 0))
  const ours = ring.map((key) => sameText(tokenUnder(key, purpose, id), token)).includes(true)
  return ours && id !== '' ? id : undefined
}

/** 48 bits fold onto a million codes with a bias of one in 280 million. */
function codeUnder(key: Key, letterId: string): string {
  const number = hmac([key], `code:${letterId}`).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}

function tokenUnder(key: Key, purpose: LinkPurpose, id: string): string {
  return `${id}.${hmac([key], `link:${purpose}:${id}`).toString('base64url')}`
}
