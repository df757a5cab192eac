import type { Reader, Tx } from '#db/engine/database.ts'

/** What administrators set for the whole instance. */
type Name = 'sign_up'

/** One version of a setting. `value` is JSON; `changedBy` is the id of a person, or `operator`; `changedAt` is epoch milliseconds. */
export type Setting = { version: number; value: string; changedBy: string; changedAt: number }

const COLUMNS = 'version, value, changed_by as "changedBy", changed_at as "changedAt"'

/** Returns the version that counts, and undefined if nobody has set it. */
export function find(reader: Reader, name: Name): Promise<Setting | undefined> {
  return reader.get(`select ${COLUMNS} from settings where name = ? order by version desc limit 1`, name)
}

/** Returns the newest versions, with the primary address of who changed each, unless that account is gone. */
export function list(
  reader: Reader,
  { name, most }: { name: Name; most: number },
): Promise<(Setting & { email: string | null })[]> {
  return reader.all(
    `select ${COLUMNS}, emails.address as "email"
     from settings left join emails on emails.user_id = changed_by and emails.is_primary = 1
     where name = ? order by version desc limit ?`,
    name,
    most,
  )
}

/** Inserts a version. Returns false if there is one with its number. */
export async function insert(
  tx: Tx,
  { name, version, value, changedBy }: { name: Name; version: number; value: string; changedBy: string },
): Promise<boolean> {
  const changed = await tx.run(
    `insert into settings (name, version, value, changed_by, changed_at) values (?, ?, ?, ?, ?)
     on conflict (name, version) do nothing`,
    name,
    version,
    value,
    changedBy,
    tx.now,
  )
  return changed === 1
}
