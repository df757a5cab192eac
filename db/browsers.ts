import type { Reader, Tx } from '#db/engine/database.ts'

/** Stores that the person signs in with this browser. Returns whether the browser is new to them. */
export async function see(tx: Tx, { userId, browser }: { userId: string; browser: string }): Promise<boolean> {
  const [, inserted] = await Promise.all([
    tx.run('update browsers set seen_at = ? where user_id = ? and browser = ?', tx.now, userId, browser),
    tx.run(
      'insert into browsers (user_id, browser, seen_at) values (?, ?, ?) on conflict do nothing',
      userId,
      browser,
      tx.now,
    ),
  ])
  return inserted === 1
}

/** Returns whether the person has signed in with this browser. */
export async function isKnown(
  reader: Reader,
  { userId, browser }: { userId: string; browser: string },
): Promise<boolean> {
  const row = await reader.get('select 1 from browsers where user_id = ? and browser = ?', userId, browser)
  return row !== undefined
}

/** Returns when the person's browsers were last used, newest first. */
export function list(reader: Reader, userId: string): Promise<{ seenAt: number }[]> {
  return reader.all('select seen_at as "seenAt" from browsers where user_id = ? order by seen_at desc, browser', userId)
}

/** Deletes at most `most` browsers that were not used since a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run(
    `delete from browsers where (user_id, browser) in
       (select user_id, browser from browsers where seen_at <= ? limit ?)`,
    before,
    most,
  )
}
