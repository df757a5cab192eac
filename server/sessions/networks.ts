import type { Reader, Tx } from '#db/engine/database.ts'
import * as networks from '#db/networks.ts'
import { hmac, type Key, type Keys } from '#server/crypto/keys.ts'
import { ipGroup } from '#server/limits.ts'

/** How long a network of a person is known after its last use, in milliseconds. */
export const NETWORKS_KEPT_MS = 90 * 86_400_000

type Place = { userId: string; ip: string }

/** Stores that the person signs in from the network of this IP. */
export async function seeNetwork(tx: Tx, { network: [newest] }: Keys, place: Place): Promise<void> {
  await networks.see(tx, { userId: place.userId, network: hashOf(newest, place) })
}

/** Returns the keyed hash of a person's network if they signed in from it within 90 days. */
export async function knownNetwork(
  reader: Reader,
  { network: ring }: Keys,
  { now, ...place }: Place & { now: number },
): Promise<string | undefined> {
  const hashes = ring.map((key) => hashOf(key, place))
  const known = await Promise.all(
    hashes.map((network) => networks.isKnown(reader, { userId: place.userId, network, since: now - NETWORKS_KEPT_MS })),
  )
  return hashes.find((_, index) => known[index])
}

/** Says of something that happened whether the person had signed in from its network before, if that is still known. */
export type NetworkJudge = (happened: { at: number; ip: string }) => 'usual' | 'new' | undefined

export async function networkJudge(
  reader: Reader,
  { network: ring }: Keys,
  { userId, now }: { userId: string; now: number },
): Promise<NetworkJudge> {
  const known = await networks.list(reader, userId)
  const firstSeen = new Map(known.map(({ network, firstSeenAt }) => [network, firstSeenAt]))
  return ({ at, ip }) => {
    if (ip === '' || at <= now - NETWORKS_KEPT_MS) return undefined
    // After a change of the secret a network may be known under an older key, too.
    const seen = ring.map((key) => firstSeen.get(hashOf(key, { userId, ip })) ?? Number.POSITIVE_INFINITY)
    return Math.min(...seen) < at ? 'usual' : 'new'
  }
}

/** The person is part of the hash, so the database does not show which people share a network. */
function hashOf(key: Key, { userId, ip }: Place): string {
  return hmac([key], `${userId} ${ipGroup(ip)}`).toString('base64url')
}
