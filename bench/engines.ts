import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeDatabase } from '#tests/postgres/database.ts'
import { startPostgres } from '#tests/postgres/server.ts'
import { measure, type Unit } from './driver/load.ts'
import type { Running } from './driver/process.ts'
import { figure, machine, table, writeSection } from './driver/results.ts'
import { median } from './driver/statistics.ts'
import { startWire } from './driver/wire.ts'
import type { Place, WorkName } from './servers/contestant.ts'
import { latchkey, startLatchkey } from './servers/latchkey.ts'

const ROUNDS = 5
const PEOPLE = 40
const WORKS: WorkName[] = ['session check', 'passkey sign-in', 'sign-up']
/** The way to the database and back, in milliseconds. */
const WIRE_MS = 2

type Engine = { name: string; server: Running; works: Partial<Record<WorkName, Unit>> }

/**
 * Measures this checkout on SQLite, on a PostgreSQL on the same machine, and on one at the end of a wire, in turns. Both
 * databases flush every commit to the disk. The PostgreSQL and the wire share the core of the driver.
 */
export async function compareEngines({ port, folder }: Place): Promise<void> {
  const postgres = await startPostgres({ durable: true })
  const wire = await startWire(postgres.port, WIRE_MS)
  try {
    const [near, far] = [await makeDatabase(postgres.url), await makeDatabase(postgres.url)]
    const throughWire = Object.assign(new URL(far.url), { port: String(wire.port) }).href
    const engines = [
      await open('SQLite', { port, folder }),
      await open('PostgreSQL', { port: port + 1, folder }, near.url),
      await open(`PostgreSQL, ${WIRE_MS} ms away`, { port: port + 2, folder }, throughWire),
    ]
    const text = [
      `${machine()}; PostgreSQL 18 on the same machine; measured on ${new Date().toISOString().slice(0, 10)}; ${ROUNDS} rounds in turns.`,
      await measureAt(8, engines),
      await measureAt(1, engines),
    ].join('\n\n')
    for (const { server } of engines) await server.stop()
    console.log(`\n${text}\n`)
    writeSection('SQLite and PostgreSQL', text)
  } finally {
    wire.stop()
    await postgres.stop()
  }
}

async function open(name: string, { port, folder }: Place, url?: string): Promise<Engine> {
  const home = join(folder, `engine-${port}`)
  mkdirSync(home)
  const server = await startLatchkey({ port, folder: home, environment: url ? { DATABASE_URL: url } : {} })
  return { name, server, works: await latchkey.prepare(server, PEOPLE) }
}

async function measureAt(concurrency: number, engines: Engine[]): Promise<string> {
  const seen = new Map<string, { perSecond: number; p50: number }[]>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, server, works } of engines) {
      for (const work of WORKS) {
        const unit = works[work]
        if (unit === undefined) throw new Error(`Nothing does ${work}.`)
        const measured = await measure(server, unit, { concurrency, window: 1_400, leadIn: 150 })
        // The first round warms up.
        if (round > 0) seen.set(`${name} ${work}`, [...(seen.get(`${name} ${work}`) ?? []), measured])
      }
    }
  }
  const rows = WORKS.flatMap((work) =>
    engines.map(({ name }) => {
      const own = seen.get(`${name} ${work}`) ?? []
      const first = seen.get(`${engines[0]?.name} ${work}`) ?? []
      const ratios = own.map(({ perSecond }, at) => perSecond / (first[at]?.perSecond ?? Number.NaN))
      return [
        work,
        name,
        figure(median(own.map(({ perSecond }) => perSecond))),
        figure(median(own.map(({ p50 }) => p50))),
        `**${figure(median(ratios))}** (${figure(Math.min(...ratios))}–${figure(Math.max(...ratios))})`,
      ]
    }),
  )
  return `At ${concurrency} at once:\n\n${table(['work', 'engine', 'a second', 'p50 ms', 'share of SQLite'], rows)}`
}
