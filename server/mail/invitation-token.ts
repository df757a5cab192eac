import type { Keys } from '#server/crypto/keys.ts'
import { linkToken, openLinkToken } from '#server/mail/link-token.ts'

/** Returns the token of an invitation. It is derived from the id, so the database stores no form of it. */
function invitationToken(keys: Keys, id: string): string {
  return linkToken(keys, 'invite', id)
}

/** Returns the id of the invitation of a token, and undefined if we did not make it. */
export function openInvitationToken(keys: Keys, token: string): string | undefined {
  return openLinkToken(keys, 'invite', token)
}

/** The page of an invitation. The token is in the fragment, which no server and no proxy sees. */
export function invitedPath(keys: Keys, id: string): `/${string}` {
  return `/invited#${invitationToken(keys, id)}`
}
