import type { Reader, Tx } from '#db/engine/database.ts'

/** Stores that the person signs in from this network. */
export function see(tx: Tx, { userId, network }: { userId: string; network: string }): Promise<number> {
  return tx.run(
    `insert into networks (user_id, network, seen_at, first_seen_at) values (?, ?, ?, ?)
     on conflict (user_id, network) do update set seen_at = excluded.seen_at`,
    userId,
    network,
    tx.now,
    tx.now,
  )
}

/** Returns whether the person signed in from this network since a time. */
export async function isKnown(
  reader: Reader,
  { userId, network, since }: { userId: string; network: string; since: number },
): Promise<boolean> {
  const row = await reader.get(
    'select 1 from networks where user_id = ? and network = ? and seen_at > ?',
    userId,
    network,
    since,
  )
  return row !== undefined
}

/** Returns the networks of a person, the last used first, with the times of their first and last sign-in. */
export function list(
  reader: Reader,
  userId: string,
): Promise<{ network: string; seenAt: number; firstSeenAt: number }[]> {
  return reader.all(
    `select network, seen_at as "seenAt", first_seen_at as "firstSeenAt" from networks
     where user_id = ? order by seen_at desc, network`,
    userId,
  )
}

/** Deletes at most `most` networks that were not used since a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run(
    `delete from networks where (user_id, network) in
       (select user_id, network from networks where seen_at <= ? limit ?)`,
    before,
    most,
  )
}
