import type { OutboxRow } from '#db/outbox.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import type { Letter } from '#server/mail/letter-types.ts'

/** Rows that are sent as one letter. */
export type Parcel = [OutboxRow, ...OutboxRow[]]

/** Groups the rows: gathered notices by recipient, every other row by itself. */
export function parcels(rows: OutboxRow[]): Parcel[] {
  const gathered = Map.groupBy(
    rows.filter(({ gathered }) => gathered === 1),
    ({ recipient }) => recipient,
  )
  const heaps = [...gathered.values()].map(([first, ...others]): Parcel[] => (first ? [[first, ...others]] : []))
  return [...rows.filter(({ gathered }) => gathered === 0).map((row): Parcel => [row]), ...heaps.flat()]
}

/**
 * Returns the letter of one row, or one letter about several rows. The id of the latter is a hash of all their ids, so
 * it is a unique idempotency key.
 */
export function letterIn([first, ...others]: Parcel): Letter {
  const letter = letterOf(first)
  if (others.length === 0) return letter
  const { at, ip, userAgent, person } = letter.params
  const notices = [first, ...others].map((row) => ({ letter: letterOf(row).letter, at: row.createdAt }))
  const ids = [first, ...others].map(({ id }) => id).sort()
  return {
    id: sha256(ids.join(' ')),
    to: first.recipient,
    language: letter.language,
    letter: 'several-notices',
    params: { at, ip, userAgent, ...(person !== undefined && { person }), notices },
  }
}
