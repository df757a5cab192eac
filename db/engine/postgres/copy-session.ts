import { setTimeout as pause } from 'node:timers/promises'
import pg, { type PoolClient, type QueryConfig } from 'pg'
import { EndInUseError, type Table } from '#db/engine/copying.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { openPools } from '#db/engine/postgres/pools.ts'

/** A connection that waits for as long as a statement takes. Values arrive as text. */
export type CopySession = {
  /** Returns the rows of a statement, each as a list of texts. Throws `EndInUseError` if others hold its locks. */
  ask: (text: string, values?: unknown[]) => Promise<(string | null)[][]>
  close: () => Promise<void>
}

const DAY_MS = 86_400_000
/** A server that has just stopped may be listed for a moment. */
const LOOKS = 20
const PAUSE_MS = 100
const LOCK_NOT_AVAILABLE = '55P03'
/** The name by which a session of a move is told from a server. */
const SETTINGS = `set application_name = 'latchkey move'; set statement_timeout = 0; set lock_timeout = '3s';
  set idle_in_transaction_session_timeout = 0`
const AS_TEXT = { getTypeParser: () => String }

/** Connects one end of a move. `timeout` (milliseconds) is for the connection. */
export async function openCopySession(address: Address, timeout: number): Promise<CopySession> {
  const pools = openPools(address, { connections: 1, timeout }, 'write')
  const client = await pools.connect().catch(async (fault: unknown) => {
    await pools.end()
    throw fault
  })
  // The statement that was sent rejects too.
  client.on('error', () => undefined)
  const session = {
    ask: (text: string, values: unknown[] = []) => ask(client, text, values),
    async close() {
      client.release(true)
      await pools.end()
    },
  }
  await session.ask(SETTINGS)
  return session
}

async function ask(client: PoolClient, text: string, values: unknown[]): Promise<(string | null)[][]> {
  // The type of a statement does not know the option that its documentation has.
  const query: QueryConfig & { rowMode: 'array'; query_timeout: number } = {
    text,
    types: AS_TEXT,
    rowMode: 'array',
    query_timeout: DAY_MS,
    ...(values.length > 0 && { values }),
  }
  try {
    const { rows } = await client.query<(string | null)[]>(query)
    return rows
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === LOCK_NOT_AVAILABLE) throw new EndInUseError()
    throw fault
  }
}

/** Throws `EndInUseError` if a server is connected to this database. */
export async function refuseServers({ ask }: CopySession): Promise<void> {
  for (let look = 1; ; look += 1) {
    const [others] = await ask(
      `select 1 from pg_stat_activity
       where datname = current_database() and application_name = 'latchkey' and pid <> pg_backend_pid() limit 1`,
    )
    if (!others) return
    if (look === LOOKS) throw new EndInUseError()
    await pause(PAUSE_MS)
  }
}

/** Returns the names of all tables that a move reads or writes, as statements list them. */
export function listOfTables(tables: Table[]): string {
  return [...tables.map(({ name }) => name), 'instance'].map((name) => `"${name}"`).join(', ')
}
