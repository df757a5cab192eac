import { hold } from './driver/hold.ts'
import { measure, repeat, type Unit } from './driver/load.ts'
import { figure, machine, megabytes, percent, table, writeSection } from './driver/results.ts'
import { median, percentile } from './driver/statistics.ts'
import type { Place, WorkName } from './servers/contestant.ts'
import { latchkey } from './servers/latchkey.ts'

const MINUTE = 60_000
const MEGABYTE = 1_048_576
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
/** The targets: milliseconds that 99 of 100 pieces of work and of session checks take at most, and megabytes. */
const MOST = { p99: 50, checks: 25, memory: 260, judged: 300 }
/** How many passwords are judged after the load, and how long the load then goes on (milliseconds). */
const JUDGED = 20
const AFTERWARDS = 20_000

/** Runs Latchkey at 80 % of its highest mixed load for some minutes, counts errors and measures the memory. */
export async function soak(place: Place, minutes: number): Promise<void> {
  const server = await latchkey.start(place)
  const works = await latchkey.prepare(server, PEOPLE)
  const unit = mixed(works)
  await measure(server, unit, {
    concurrency: 8,
    window: 5_000,
    leadIn: 0,
  })
  const most = await measure(server, unit, {
    concurrency: 8,
    window: 10_000,
    leadIn: 500,
  })
  const target = most.perSecond * SHARE
  console.log(`At most ${figure(most.perSecond)} pieces of work a second; ${minutes} min at ${figure(target)}.`)

  const { done, errors, times, kinds, memory } = await hold(server, unit, {
    perSecond: target,
    until: (elapsed) => elapsed >= minutes * MINUTE,
  })
  const judge = works['password check']
  if (!judge) throw new Error('Nothing judges passwords.')
  await repeat(server, judge, { times: JUDGED, concurrency: 1 })
  const after = await hold(server, unit, { perSecond: target, until: (elapsed) => elapsed >= AFTERWARDS })
  errors.push(...after.errors)
  await server.stop()
  const checks = times.filter((_, at) => kinds[at] === 'session check')
  const found = {
    p99: percentile(times, 0.99),
    checks: percentile(checks, 0.99),
    memory: Math.max(...memory.map(({ bytes }) => bytes)) / MEGABYTE,
    judged: Math.max(...after.memory.map(({ bytes }) => bytes)) / MEGABYTE,
  }
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
        [
          'p50, p99, longest of session checks, ms',
          [0.5, 0.99, 1].map((share) => figure(percentile(checks, share))).join(', '),
        ],
        ['resident memory, median of each minute, MB', byMinute.map((bytes) => megabytes(median(bytes))).join(', ')],
        ['from the second minute to the last', percent(growth)],
      ],
    ),
    table(
      ['', 'target', 'measured', 'met'],
      (
        [
          ['p99 of all, ms', 'p99'],
          ['p99 of session checks, ms', 'checks'],
          ['highest resident memory, MB', 'memory'],
          [`the same after ${JUDGED} passwords were judged, MB`, 'judged'],
        ] as const
      ).map(([name, key]) => [name, `≤ ${MOST[key]}`, figure(found[key]), found[key] <= MOST[key] ? 'yes' : '**no**']),
    ),
  ].join('\n\n')
  console.log(`\n${text}\n`)
  writeSection('Five minutes under load', text)
  if (done === 0) throw new Error('The soak finished no piece of work.')
  if (errors.length > 0) throw new Error(`The soak met ${errors.length} errors, the first one: ${errors[0]}`)
  if (growth > STILL) throw new Error(`The memory grew by ${percent(growth)} after the first minute.`)
}

/** Returns what does the kinds of work in these shares, spread evenly, and says which it did. */
function mixed(works: Partial<Record<WorkName, Unit>>): Unit {
  const hundred = MIX.flatMap(([work, share]) =>
    Array.from({ length: share }, (_, place) => ({ work, unit: works[work], place: (place + 0.5) / share })),
  ).sort((a, b) => a.place - b.place)
  let at = 0
  return async (connection) => {
    const next = hundred[at++ % hundred.length]
    if (!next?.unit) throw new Error('A piece of work of the mix is missing.')
    await next.unit(connection)
    return next.work
  }
}
