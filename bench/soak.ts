import { hold } from './driver/hold.ts'
import { measure, type Unit } from './driver/load.ts'
import { figure, machine, megabytes, percent, table, writeSection } from './driver/results.ts'
import { median, percentile } from './driver/statistics.ts'
import type { Place, WorkName } from './servers/contestant.ts'
import { latchkey } from './servers/latchkey.ts'

const MINUTE = 60_000
const PEOPLE = 64
const SHARE = 0.8
/** The shares of a hundred pieces of work. */
const MIX: [WorkName, number][] = [
  ['session check', 80],
  ['list of passkeys', 8],
  ['page', 4],
  ['passkey sign-in', 6],
  ['sign-up', 2],
]
/** How much the memory of a process without leaks may differ between two minutes. */
const STILL = 0.05

/** Runs Latchkey at 80 % of its highest mixed load for some minutes, counts errors and measures the memory. */
export async function soak(place: Place, minutes: number): Promise<void> {
  const server = await latchkey.start(place)
  const works = await latchkey.prepare(server, PEOPLE)
  const unit = mixed(works)
  await measure(server, unit, { concurrency: 8, window: 5_000, leadIn: 0 })
  const most = await measure(server, unit, { concurrency: 8, window: 10_000, leadIn: 500 })
  const target = most.perSecond * SHARE
  console.log(`At most ${figure(most.perSecond)} pieces of work a second; ${minutes} min at ${figure(target)}.`)

  const { done, errors, times, memory } = await hold(server, unit, {
    perSecond: target,
    until: (elapsed) => elapsed >= minutes * MINUTE,
  })
  await server.stop()
  const byMinute = Array.from({ length: Math.ceil(minutes) }, (_, minute) =>
    memory.filter(({ at }) => Math.floor(at / MINUTE) === minute).map(({ bytes }) => bytes),
  ).filter((bytes) => bytes.length > 0)
  const growth = median(byMinute.at(-1) ?? []) / median(byMinute[1] ?? byMinute[0] ?? []) - 1
  const text = [
    `${machine()}; measured on ${new Date().toISOString().slice(0, 10)}. Of a hundred pieces of work: ${MIX.map(([work, share]) => `${share} × ${work}`).join(', ')}.`,
    table(
      ['', ''],
      [
        ['the most it can do, pieces of work a second', figure(most.perSecond)],
        [`held for ${minutes} min, a second (asked: ${percent(SHARE)})`, figure(done / (minutes * 60))],
        ['pieces of work done', done.toLocaleString('en')],
        ['errors', String(errors.length)],
        ['p50, p99, longest, ms', [0.5, 0.99, 1].map((share) => figure(percentile(times, share))).join(', ')],
        ['resident memory, median of each minute, MB', byMinute.map((bytes) => megabytes(median(bytes))).join(', ')],
        ['from the second minute to the last', percent(growth)],
      ],
    ),
  ].join('\n\n')
  console.log(`\n${text}\n`)
  writeSection('Five minutes under load', text)
  if (done === 0) throw new Error('The soak finished no piece of work.')
  if (errors.length > 0) throw new Error(`The soak met ${errors.length} errors, the first one: ${errors[0]}`)
  if (growth > STILL) throw new Error(`The memory grew by ${percent(growth)} after the first minute.`)
}

/** Returns a unit that does the kinds of work in these shares, spread evenly. */
function mixed(works: Partial<Record<WorkName, Unit>>): Unit {
  const hundred = MIX.flatMap(([work, share]) =>
    Array.from({ length: share }, (_, place) => ({ unit: works[work], place: (place + 0.5) / share })),
  )
    .sort((a, b) => a.place - b.place)
    .map(({ unit }) => unit)
  let at = 0
  return async (connection) => {
    const unit = hundred[at++ % hundred.length]
    if (!unit) throw new Error('A piece of work of the mix is missing.')
    await unit(connection)
  }
}
