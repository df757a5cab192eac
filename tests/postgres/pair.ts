import { setTimeout } from 'node:timers/promises'
import { ask } from './ask.ts'
import { type Options, type Postgres, startPostgres } from './server.ts'

const JOIN_TIMEOUT_MS = 60_000
const PAUSE_MS = 10

/** A primary and its synchronous standby. */
export type Pair = {
  primary: Postgres
  standby: Postgres
  /** Makes the standby a primary that waits for nobody. Returns when it takes writes. */
  promote: () => Promise<void>
  /** Ends both and removes their folders. */
  stop: () => Promise<void>
}

/**
 * Starts a durable primary and its synchronous standby: a commit is acknowledged when it is on both disks, and waits
 * for ever while there is no standby. Both begin as copies of the same cluster, because npm’s PostgreSQL has no
 * `pg_basebackup`.
 */
export async function startPair({ cluster, settings }: Pick<Options, 'cluster' | 'settings'> = {}): Promise<Pair> {
  const primary = await startPostgres({
    durable: true,
    cluster,
    settings: {
      synchronous_standby_names: 'standby',
      wal_keep_size: '1GB',
      ...settings,
    },
  })
  let standby: Postgres | undefined
  const stop = async () => {
    await Promise.all([primary.stop(), standby?.stop()])
  }
  try {
    standby = await startPostgres({ durable: true, cluster: primary.cluster, standbyOf: primary.url, settings })
    await untilSynchronous(primary.url)
  } catch (error) {
    await stop()
    throw error
  }
  const { url } = standby
  return { primary, standby, promote: () => promote(url), stop }
}

async function promote(url: string): Promise<void> {
  const [answer] = await ask(url, 'select pg_promote(true, 60) as promoted')
  if (answer?.promoted !== true) throw new Error('The standby was not promoted within a minute.')
}

async function untilSynchronous(url: string): Promise<void> {
  const latest = Date.now() + JOIN_TIMEOUT_MS
  while ((await ask(url, "select from pg_stat_replication where sync_state = 'sync'")).length === 0) {
    if (Date.now() > latest) throw new Error('The standby did not join within a minute.')
    await setTimeout(PAUSE_MS)
  }
}
