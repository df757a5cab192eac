import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { hold } from '../driver/hold.ts'
import { figure, table } from '../driver/results.ts'
import { percentile } from '../driver/statistics.ts'
import { startLatchkey } from '../servers/latchkey.ts'
import { type Due, leaveDue } from './due.ts'
import { worksOn } from './work.ts'

const QUIET_MS = 15_000
const LONGEST_MS = 10 * 60_000
const PER_SECOND = 200
const LOOK_EVERY_MS = 500
const LETTERS_KEPT_MS = 30 * 86_400_000
/** How many people send session checks. */
const SAMPLE = 1_000
/**
 * After this time nearly all of them have sent one check. The cost of a first visit with a cold disk is not measured
 * here.
 */
const LEAD_IN_MS = 30_000
/** The highest allowed p99 of session checks (milliseconds). */
const MOST_MS = 50

/** The rows in the database that are due to be deleted or sent. */
const WAITING = [
  'spent where forget_at <= @now',
  'limits where resets_at <= @now',
  'sessions where expires_at <= @now',
  'outbox where created_at < @old and (accepted_at is not null or given_up_at is not null)',
  'outbox where due_at <= @now and accepted_at is null and given_up_at is null',
]

/**
 * Starts the server on a database with much due housekeeping, and measures session checks at a steady rate beside it.
 */
export async function measureHousekeeping(
  folder: string,
  { port, people, due }: { port: number; people: number; due: Due },
): Promise<string> {
  const file = join(folder, 'latchkey.sqlite')
  await leaveDue(file, people, due)
  const database = new BetterSqlite(file, { readonly: true })
  const startedAt = Date.now()
  // Rows that expire during the run are not counted; otherwise the run would never end.
  const ask = (what: string) =>
    database
      .prepare<{ now: number; old: number }, { answer: number }>(`select ${what} as answer`)
      .get({ now: startedAt, old: startedAt - LETTERS_KEPT_MS })?.answer ?? Number.NaN
  const before = ask(WAITING.map((rows) => `(select count(*) from ${rows})`).join(' + '))
  if (!(before >= 4 * due.each)) throw new Error(`Only ${before} rows are due.`)

  const server = await startLatchkey({ port, folder })
  const check = (await worksOn(port, people, { sample: SAMPLE }))['session check']
  const some = WAITING.map((rows) => `exists (select 1 from ${rows})`).join(' or ')
  await hold(server, check, { perSecond: PER_SECOND, until: (elapsed) => elapsed >= LEAD_IN_MS })
  let [isDone, lookedAt] = [false, 0]
  const during = await hold(server, check, {
    perSecond: PER_SECOND,
    until: (elapsed) => {
      if (elapsed - lookedAt > LOOK_EVERY_MS && !isDone) [isDone, lookedAt] = [ask(some) === 0, elapsed]
      return isDone || elapsed > LONGEST_MS
    },
  })
  const after = await hold(server, check, { perSecond: PER_SECOND, until: (elapsed) => elapsed >= QUIET_MS })
  await server.stop()
  database.close()

  const errors = [...during.errors, ...after.errors]
  if (errors.length > 0)
    throw new Error(`Session checks beside housekeeping met ${errors.length} errors, the first: ${errors[0]}`)
  if (!isDone) throw new Error(`Rows were still due after ${LONGEST_MS / 60_000} minutes.`)
  const row = (name: string, times: number[]) => [
    name,
    times.length.toLocaleString('en'),
    ...[0.5, 0.99, 1].map((share) => figure(percentile(times, share))),
  ]
  const p99 = percentile(during.times, 0.99)
  return [
    `${people.toLocaleString('en')} people. At the start ${before.toLocaleString('en')} rows were due: expired rows in four tables, and ${due.letters.toLocaleString('en')} letters. They were done after ${figure((LEAD_IN_MS + lookedAt) / 1_000)} s, beside ${PER_SECOND} session checks a second by a thousand people, nearly all of whom had sent one check before the measurement.`,
    table(
      ['session checks', 'answered', 'p50 ms', 'p99 ms', 'longest ms'],
      [row('during housekeeping', during.times), row('afterwards', after.times)],
    ),
    `p99 at most ${MOST_MS} ms: ${p99 <= MOST_MS ? 'met' : '**not met**'}.`,
  ].join('\n\n')
}
