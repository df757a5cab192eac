import type { Reader, Tx } from '#db/engine/database.ts'

/** A key of a program that asks for decisions. `expiresAt` (epoch milliseconds): null if never. */
export type ServiceKey = { id: string; app: string; name: string; madeAt: number; expiresAt: number | null }

const COLUMNS = 'id, app, name, made_at as "madeAt", expires_at as "expiresAt"'

export function list(reader: Reader): Promise<ServiceKey[]> {
  return reader.all(`select ${COLUMNS} from service_keys order by id`)
}

/** Returns the key with this hash, unless it has expired. */
export function findLive(reader: Reader, hash: string, now: number): Promise<ServiceKey | undefined> {
  return reader.get(
    `select ${COLUMNS} from service_keys where hash = ? and (expires_at is null or expires_at > ?)`,
    hash,
    now,
  )
}

export function insert(
  tx: Tx,
  { id, app, name, madeAt, expiresAt, hash }: ServiceKey & { hash: string },
): Promise<number> {
  return tx.run(
    'insert into service_keys (id, app, name, hash, made_at, expires_at) values (?, ?, ?, ?, ?, ?)',
    id,
    app,
    name,
    hash,
    madeAt,
    expiresAt,
  )
}

/** Returns the key that was removed. */
export function remove(tx: Tx, id: string): Promise<ServiceKey | undefined> {
  return tx.get(`delete from service_keys where id = ? returning ${COLUMNS}`, id)
}
