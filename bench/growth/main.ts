import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { measure, type Measured } from '../driver/load.ts'
import { pinDriver, type Running } from '../driver/process.ts'
import { figure, machine, megabytes, table, writeSection } from '../driver/results.ts'
import { median } from '../driver/statistics.ts'
import { startLatchkey } from '../servers/latchkey.ts'
import { measureHousekeeping } from './housekeeping.ts'
import { dataDirOf } from './databases.ts'
import { holdInMemory } from './held.ts'
import { GROWTH_WORKS, type GrowthWork, worksOn } from './work.ts'

const isQuick = process.argv.includes('--quick')
const SIZES = isQuick ? [1_000, 10_000] : [1_000, 100_000, 1_000_000]
/** Many short rounds: a shared machine is about as fast in one as in the next, but not as fast as a minute ago. */
const ROUNDS = isQuick ? 5 : 15
const LOAD = { concurrency: 8, window: 800, leadIn: 200 }
const WARM_UP = { ...LOAD, window: 5_000 }
const MOST = 1.15
const DUE = isQuick ? { each: 5_000, letters: 100 } : { each: 10_000, letters: 1_000 }
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4260)
/** The three databases take about 14 GB. `BENCH_DATA` sets another folder. */
const DATA = resolve(process.env.BENCH_DATA ?? join(import.meta.dirname, '../tmp/growth'))

type Grown = {
  people: number
  server: Running
  works: Awaited<ReturnType<typeof worksOn>>
  measured: Record<GrowthWork, Measured[]>
}

try {
  mkdirSync(DATA, { recursive: true })
  const largest = SIZES.at(-1) ?? 0
  const folders = new Map<number, string>()
  for (const people of SIZES) folders.set(people, await dataDirOf(DATA, people))
  pinDriver()
  const head = `${machine()}; measured on ${new Date().toISOString().slice(0, 10)}. Each person has two passkeys, three sessions, five backup codes, thirty events.`

  const housekeeping = await measureHousekeeping(folders.get(largest) ?? '', {
    port: FIRST_PORT,
    people: largest,
    due: DUE,
  })
  console.log(`\n${housekeeping}\n`)
  if (!isQuick) writeSection('Housekeeping among a million people', `${head}\n\n${housekeeping}`)

  const isHeld = await holdInMemory([...folders.values()].map((folder) => join(folder, 'latchkey.sqlite')))
  const all: Grown[] = []
  for (const [index, [people, folder]] of [...folders].entries())
    all.push(await grow(people, { port: FIRST_PORT + index, folder }))
  for (const work of GROWTH_WORKS) {
    for (let round = 0; round <= ROUNDS; round += 1) await measureOn(all, work, { warmingUp: round === 0 })
  }
  for (const { server } of all) await server.stop()

  const report = `${head} ${ROUNDS} rounds in turns of ${LOAD.window / 1_000} s at ${LOAD.concurrency} at once, letters and sweeps running, one kind of work after the other. ${isHeld ? 'The files are held in the system’s memory: this compares the work, not the disk.' : 'Without `vmtouch` the files are not held in memory, so old pages are read from the disk.'}\n\n${compare(all)}`
  console.log(`\n${report}\n`)
  if (!isQuick) writeSection('From a thousand people to a million', report)
  process.exit(0)
} catch (error) {
  console.error(`The benchmark failed: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

async function grow(people: number, place: { port: number; folder: string }): Promise<Grown> {
  const server = await startLatchkey(place)
  const works = await worksOn(place.port, people, { sample: 1_000 })
  // One list for each kind of work: GROWTH_WORKS names all of them.
  const measured = Object.fromEntries(GROWTH_WORKS.map((work) => [work, []])) as unknown as Grown['measured']
  return { people, server, works, measured }
}

async function measureOn(all: Grown[], work: GrowthWork, { warmingUp }: { warmingUp: boolean }): Promise<void> {
  for (const { people, server, works, measured } of all) {
    const one = await measure(server, works[work], warmingUp ? WARM_UP : LOAD)
    if (!warmingUp) measured[work].push(one)
    console.log(
      `${warmingUp ? 'warm-up' : `round ${measured[work].length}`}  ${work}  ${people.toLocaleString('en')} people: ${Math.round(one.perSecond)}/s`,
    )
  }
}

/** Returns a table of the cost of each kind of work among more people, as a multiple of the cost among the fewest. */
function compare([fewest, ...others]: Grown[]): string {
  if (!fewest) throw new Error('Nothing was measured.')
  const cost = (of: (one: Measured) => number) => (work: GrowthWork, grown: Grown) =>
    median(grown.measured[work].map((one, round) => of(one) / of(fewest.measured[work][round] ?? one)))
  const [time, cpu] = [cost(({ perSecond }) => 1 / perSecond), cost((one) => one.cpu)]
  const rows = GROWTH_WORKS.map((work) => {
    const worst = Math.max(...others.map((grown) => time(work, grown)))
    if (!Number.isFinite(worst)) throw new Error(`There is no ratio for ${work}.`)
    return [
      work,
      figure(median(fewest.measured[work].map(({ perSecond }) => perSecond))),
      ...others.flatMap((grown) => [time(work, grown).toFixed(2), cpu(work, grown).toFixed(2)]),
      worst <= MOST ? 'yes' : 'no',
    ]
  })
  const names = others.map(({ people }) => people.toLocaleString('en'))
  const memory = [fewest, ...others].map(({ measured }) =>
    megabytes(
      Math.max(
        ...Object.values(measured)
          .flat()
          .map((one) => one.memory),
      ),
    ),
  )
  return `${table(['work', `a second among ${fewest.people.toLocaleString('en')}`, ...names.flatMap((name) => [`time × at ${name}`, `CPU × at ${name}`]), `time ≤ ${MOST} ×`], rows)}

The most resident memory under all of it: ${[fewest, ...others].map(({ people }, index) => `${memory[index]} MB among ${people.toLocaleString('en')}`).join(', ')}.`
}
