import pg from 'pg'
import type { Address } from '#db/engine/postgres/address.ts'
import { asUnavailable } from '#db/engine/postgres/faults.ts'

/** Milliseconds, and numbers of connections. */
export type Limits = {
  /** How many connections for transactions; reads have as many of their own. */
  connections: number
  /** The longest time that one statement, or the wait for a connection or for a lock, may take. */
  timeout: number
}

/** The answer to a statement may be this much later than the server's own limit, before the connection counts as lost. */
const GRACE_MS = 1_000
/** A transaction whose client is silent for so long is ended by the server, so that it holds no lock for ever. */
const IDLE_IN_TRANSACTION_MS = 30_000

const { INT8, NUMERIC } = pg.types.builtins
const TYPES: pg.CustomTypesConfig = {
  // Times are milliseconds, and counts are small: both are exact as numbers.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format),
}

export type Pools = {
  /** Returns a connection to the primary. Rejects with a `DatabaseUnavailableError`. */
  connect: () => Promise<pg.PoolClient>
  /** Returns whether a connection is known to have broken: what is sent now reaches nobody. */
  isBroken: (client: pg.PoolClient) => boolean
  /** Goes on to the next host, after the current one has turned out to be no primary. */
  moveOn: () => void
  end: () => Promise<void>
}

/** Opens pools of connections, one for each host, of which the one to the primary is used. */
export function openPools(address: Address, { connections, timeout }: Limits, access: 'read' | 'write'): Pools {
  const hosts = address.hosts.map((host) => openPool(host))
  const broken = new WeakSet<pg.ClientBase>()
  let current = 0

  function openPool({ host, port }: { host: string; port: number }): pg.Pool {
    const { user, password, database, ssl } = address
    const pool = new pg.Pool({
      host,
      port,
      user,
      password,
      database,
      ssl,
      types: TYPES,
      pipeline: true,
      keepAlive: true,
      max: connections,
      connectionTimeoutMillis: timeout,
      idleTimeoutMillis: 60_000,
      statement_timeout: timeout,
      lock_timeout: timeout,
      query_timeout: timeout + GRACE_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      application_name: 'latchkey',
      ...(access === 'read' && { options: '-c default_transaction_read_only=on' }),
      ...(address.hosts.length > 1 && { verify: refuseStandby }),
    })
    // An idle connection that breaks is taken out of the pool; the next statement opens another.
    pool.on('error', () => undefined)
    // One that breaks between two statements of a transaction has nobody else who listens.
    pool.on('connect', (client) => client.on('error', () => broken.add(client)))
    return pool
  }

  return {
    async connect() {
      for (let tried = 1; ; tried += 1) {
        const place = current
        try {
          // The list has at least one host, and `current` is below its length.
          return await (hosts[place] as pg.Pool).connect()
        } catch (fault) {
          if (place === current) current = (current + 1) % hosts.length
          if (tried >= hosts.length) throw asUnavailable(fault)
        }
      }
    },
    isBroken: (client) => broken.has(client),
    moveOn() {
      current = (current + 1) % hosts.length
    },
    async end() {
      await Promise.all(hosts.map((pool) => pool.end()))
    },
  }
}

/** A standby answers reads with what it has heard so far, so reads go to the primary too. */
function refuseStandby(client: pg.PoolClient, answer: (error?: Error) => void): void {
  client
    .query<{ standby: boolean }>('select pg_is_in_recovery() as standby')
    .then(({ rows: [row] }) => answer(row?.standby ? new Error('This server is a standby.') : undefined), answer)
}
