import type { Reader, Tx } from '#db/engine/database.ts'

/** A policy. `rule` is JSON: effect, actions, type of resource and condition. */
export type PolicyRow = { app: string; id: string; rule: string; enabled: 0 | 1; version: number }

const COLUMNS = 'app, id, rule, enabled, version'

export function list(reader: Reader): Promise<PolicyRow[]> {
  return reader.all(`select ${COLUMNS} from policies order by app, id`)
}

export function listOfApp(reader: Reader, app: string): Promise<PolicyRow[]> {
  return reader.all(`select ${COLUMNS} from policies where app = ?`, app)
}

/** Creates a policy as version 1. Returns false if there is one. */
export async function insert(tx: Tx, { app, id, rule, enabled }: Omit<PolicyRow, 'version'>): Promise<boolean> {
  const inserted = await tx.run(
    `insert into policies (app, id, rule, enabled, version, changed_at) values (?, ?, ?, ?, 1, ?)
     on conflict do nothing`,
    app,
    id,
    rule,
    enabled,
    tx.now,
  )
  return inserted === 1
}

/** Changes a policy of this version to the next one. Returns false if it has another. */
export async function update(tx: Tx, { app, id, rule, enabled, version }: PolicyRow): Promise<boolean> {
  const changed = await tx.run(
    'update policies set rule = ?, enabled = ?, version = version + 1, changed_at = ? where app = ? and id = ? and version = ?',
    rule,
    enabled,
    tx.now,
    app,
    id,
    version,
  )
  return changed === 1
}

export async function remove(tx: Tx, { app, id }: Pick<PolicyRow, 'app' | 'id'>): Promise<boolean> {
  return (await tx.run('delete from policies where app = ? and id = ?', app, id)) === 1
}
