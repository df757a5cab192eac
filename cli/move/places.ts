import { resolve } from 'node:path'
import { type Address, AddressError, readAddress } from '#db/engine/postgres/address.ts'
import { MoveError } from '#cli/move/refusal.ts'

/** One end of a move. `shown` names it to people, without the password. */
export type Place = SqlitePlace | PostgresPlace
export type SqlitePlace = { engine: 'sqlite'; dataDir: string; shown: string }
export type PostgresPlace = { engine: 'postgres'; address: Address; shown: string }

const SQLITE = 'sqlite:'
const POSTGRES = /^postgres(?:ql)?:/

/** Reads `--from PLACE --to PLACE`. Refuses two places of the same engine, and what is no place. */
export function readPlaces({ from, to }: { from: string; to: string }): { from: Place; to: Place } {
  const places = { from: placeOf('--from', from), to: placeOf('--to', to) }
  if (places.from.engine === places.to.engine)
    throw new MoveError('--from and --to must be different engines: one sqlite:<DATA_DIR> and one postgres://…')
  return places
}

function placeOf(word: string, text: string): Place {
  if (text.startsWith(SQLITE) && text.length > SQLITE.length) {
    const dataDir = resolve(text.slice(SQLITE.length))
    return { engine: 'sqlite', dataDir, shown: `sqlite:${dataDir}` }
  }
  if (!POSTGRES.test(text)) throw new MoveError(`${word} must be sqlite:<DATA_DIR> or postgres://…`)
  try {
    const address = readAddress(text)
    return { engine: 'postgres', address, shown: shownOf(address) }
  } catch (error) {
    throw error instanceof AddressError ? new MoveError(`${word} ${error.message}`) : error
  }
}

function shownOf({ hosts, user, database }: Address): string {
  const list = hosts.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(',')
  return `postgres://${encodeURIComponent(user)}@${list}/${encodeURIComponent(database)}`
}
