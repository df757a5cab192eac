import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#tests/helpers/process.ts'
import { type Account, give, makeFolder, serverAccount } from './account.ts'
import { type Cluster, copyCluster, makeCluster, USER } from './cluster.ts'
import { type Life, startKeeper } from './keep.ts'
import type { Order } from './keeper.ts'
import { killTree } from './processes.ts'
import { untilReady } from './ready.ts'

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '32MB',
  // Files in the folder, which are gone with it. The memory of a container’s /dev/shm is small.
  dynamic_shared_memory_type: 'mmap',
}
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** How a PostgreSQL of the tests starts; nothing of it is required. */
export type Options = {
  /** A free one if it is not given. */
  port?: number
  /** Settings of postgresql.conf. */
  settings?: Record<string, string>
  /** Whether what was committed outlives `kill`. */
  durable?: boolean
  /** Data to copy, and the password with it. Without it, `initdb` makes new data, which takes about a second. */
  cluster?: Cluster
  /** How texts sort in new data: `C.UTF-8`, or a language of ICU such as `en-US`. */
  locale?: string
  /** The URL of the server whose standby this one becomes. Both copy the same cluster. */
  standbyOf?: string
}

/** A PostgreSQL of the tests. `url` leads its superuser to the database `postgres`. */
export type Postgres = {
  url: string
  port: number
  /** Everything it keeps on the disk: `data`, and `log` with what it printed. */
  folder: string
  /** Its data before the first start. It can be copied for other servers until `stop`. */
  cluster: Cluster
  /** The process that listens, of the last start. */
  readonly pid: number
  /** Kills it and its children (`kill -9`). Its folder stays. */
  kill(): void
  /** Starts it again after `kill`, with the same data and port. */
  start(): Promise<void>
  /** Ends it at once and removes its folder. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL on 127.0.0.1 and waits until it answers. It ends with this process, however that ends. Throws
 * what it printed if it does not start. Unless it is `durable`, it does not wait for the disk.
 */
export async function startPostgres(options: Options = {}): Promise<Postgres> {
  const account = serverAccount()
  const folder = makeFolder(account)
  const keeper = startKeeper(folder)
  try {
    const cluster = options.cluster ?? (await makeCluster(keeper, account, options.locale))
    const data = join(folder, 'data')
    copyCluster(cluster, data, account)
    if (options.standbyOf) makeStandby(data, account)
    const port = options.port ?? (await freePort())
    const url = `postgres://${USER}:${cluster.password}@127.0.0.1:${port}/postgres`
    const order = orderOf(cluster, account, data, { ...settingsOf(options), port: String(port) })

    const start = async (): Promise<Life> => {
      const life = await keeper.start(order)
      await untilReady(url, life.ended).catch((cause: unknown) => {
        throw new Error(`PostgreSQL did not start:\n${keeper.said()}`, { cause })
      })
      return life
    }

    let life = await start()
    return {
      url,
      port,
      folder,
      cluster,
      get pid() {
        return life.pid
      },
      kill() {
        // The system may have given the id of one that ended to another process.
        if (!life.isOver()) killTree(life.pid)
      },
      async start() {
        await life.ended
        life = await start()
      },
      stop: () => keeper.stop(),
    }
  } catch (error) {
    await keeper.stop()
    throw error
  }
}

function settingsOf({ durable, settings, standbyOf }: Options): Record<string, string> {
  const standby: Record<string, string> = standbyOf ? { primary_conninfo: `${standbyOf}?application_name=standby` } : {}
  return { ...SETTINGS, ...(durable ? {} : FAST), ...standby, ...settings }
}

function orderOf({ binaries }: Cluster, account: Account, data: string, settings: Record<string, string>): Order {
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return { program: join(binaries.bin, 'postgres'), args: ['-D', data, ...words], ...account }
}

function makeStandby(data: string, account: Account): void {
  const signal = join(data, 'standby.signal')
  writeFileSync(signal, '')
  give(signal, account)
}
