import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MARKS } from '#db/engine/copying.ts'
import type { Keys } from '#server/crypto/keys.ts'
import type { Place } from '#cli/move/places.ts'

/** What belongs to the whole installation: the RP ID of its passkeys, and the rows of `instance` that both engines have. */
export type Whole = { rpId: string | undefined; rows: Map<string, string> }

const OWN = new Set<string>([MARKS.moved, MARKS.arriving, 'rp_id', 'secret'])

/** Reads it from one end: SQLite has the RP ID in a file, and PostgreSQL in a row. */
export function wholeOf(place: Place, instance: Map<string, string>): Whole {
  const rows = new Map([...instance].filter(([name]) => !OWN.has(name)))
  return { rpId: place.engine === 'sqlite' ? rpIdIn(place.dataDir) : instance.get('rp_id'), rows }
}

/** Returns the rows of `instance` in the target, with the mark that the move is under way. */
export function rowsFor(
  { engine }: Place,
  { rpId, rows }: Whole,
  { keys, from }: { keys: Keys; from: string },
): Map<string, string> {
  const own = engine === 'sqlite' ? [] : [['secret', keys.session[0].id] as const]
  const rp = engine === 'sqlite' || rpId === undefined ? [] : [['rp_id', rpId] as const]
  return new Map([...rows, ...rp, ...own, [MARKS.arriving, from]])
}

/** Returns the RP ID that is kept in a data directory. */
export function rpIdIn(dataDir: string): string | undefined {
  const file = join(dataDir, 'rp-id')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}
