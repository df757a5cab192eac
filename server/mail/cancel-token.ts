import type { Keys } from '#server/crypto/keys.ts'
import { linkToken, openLinkToken } from '#server/mail/link-token.ts'

/** The link that cancels a recovery, and the address that got it. */
export type CancelLink = { recoveryId: string; emailId: string }

export function cancelToken(keys: Keys, { recoveryId, emailId }: CancelLink): string {
  return linkToken(keys, 'cancel', `${recoveryId}.${emailId}`)
}

/** Returns what a token cancels and for whom, and undefined if we did not make it. */
export function openCancelToken(keys: Keys, token: string): CancelLink | undefined {
  const [recoveryId, emailId] = openLinkToken(keys, 'cancel', token)?.split('.') ?? []
  return recoveryId !== undefined && emailId !== undefined ? { recoveryId, emailId } : undefined
}
