import { rmSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Running, untilThere } from '#tests/helpers/process.ts'
import { type Launch, launchServer } from '#tests/helpers/server.ts'
import type { Eyes } from './database.ts'
import { withHouse } from './house.ts'
import type { Engine } from './scale.ts'
import { openSqliteEyes } from './sqlite-eyes.ts'

/** A server under attack: it can be killed and started again on the same folder and port. */
export type Target = {
  origin: string
  port: number
  dataDir: string
  /** The process that answers now, and the first of them if there are several. */
  running: Running
  /** Every process that answers now. */
  all: () => Running[]
  /** Starts what was killed. */
  start: () => Promise<void>
  /** Kills the process, and one in turn if there are several. */
  kill: () => Promise<void>
  openEyes: () => Promise<Eyes>
  /** Locks the database as another program would: it can be read, and not written until the returned function was called. */
  lock: () => Promise<() => Promise<void>>
}

/** How the process is wrapped: the program that starts it and its arguments before ours. */
export type Wrapping = Pick<Launch, 'environment' | 'wrap'> & { engine?: Engine }

/**
 * Runs something against a production server of its own, which is stopped and deleted afterwards. On PostgreSQL there are
 * two of them behind a proxy.
 */
export async function withServer<T>(work: (target: Target) => Promise<T>, wrapping: Wrapping = {}): Promise<T> {
  const { engine, wrap, environment: more } = wrapping
  const environment: Record<string, string> = { LIMIT_SCALE: '999999', ...more }
  if (engine === 'postgres') return withHouse(work, environment)
  const launch: Launch = { port: Number(process.env.ATTACK_PORT) || undefined, ...(wrap && { wrap }), environment }
  const { origin, port, dataDir, ...running } = await launchServer(launch)
  const target: Target = {
    origin,
    port,
    dataDir,
    running,
    all: () => [target.running],
    async start() {
      target.running = await launchServer({ ...launch, port, dataDir })
      await there()
    },
    async kill() {
      target.running.child.kill('SIGKILL')
      await target.running.ended
    },
    openEyes: () => openSqliteEyes(dataDir),
    lock: () => lockSqlite(dataDir),
  }
  const there = () => untilThere(target.running, environment.ORIGIN ?? origin)
  try {
    await there()
    return await work(target)
  } finally {
    await target.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function lockSqlite(dataDir: string): Promise<() => Promise<void>> {
  const other = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
  other.exec('begin immediate')
  return async () => {
    if (other.inTransaction) other.exec('commit')
    other.close()
  }
}
