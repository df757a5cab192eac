import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { type Ledger, live, newLedger } from '#tests/attacks/load.ts'
import type { Provider } from '#tests/attacks/mail-provider.ts'
import { chance } from '#tests/attacks/scale.ts'
import { type House, openHouse, saidBy } from '#tests/instances/house.ts'
import { type Database, makeDatabase } from '#tests/postgres/database.ts'
import { type Postgres, startPostgres } from '#tests/postgres/server.ts'
import { browse } from '#tests/process/people.ts'

const PEOPLE_AT_ONCE = 6
const LETTER_TIMEOUT_MS = 20_000

/** One PostgreSQL for the tests of a file. Returns what makes a database of its own for a test. */
export function sharePostgres(): () => Promise<Database> {
  let shared: Postgres | undefined
  beforeAll(async () => {
    shared = await startPostgres()
  })
  afterAll(() => shared?.stop())
  return async () => {
    if (!shared) throw new Error('The server is there from the first test on.')
    const database = await makeDatabase(shared.url)
    onTestFinished(() => database.drop())
    return database
  }
}

/** Starts a house, which is closed when the test is over. Requests have no limits in it. */
export async function startHouse(options: Parameters<typeof openHouse>[0]): Promise<House> {
  const house = await openHouse({ ...options, environment: { LIMIT_SCALE: '999999', ...options.environment } })
  onTestFinished(() => house.close())
  return house
}

/** People who work at a house until `stop`, each replaced by a new one when they are refused or cut off. */
export type Load = { ledger: Ledger; stop: () => Promise<void> }

export function startLoad(house: Pick<House, 'origin'>, seed = 1): Load {
  const [ledger, draw] = [newLedger(), chance(seed)]
  let over = false
  const lives = Array.from({ length: PEOPLE_AT_ONCE }, async () => {
    while (!over) {
      await live(house, ledger, () => over, draw)
      // A refused person comes again after a while, and not at once.
      await pause(50)
    }
  })
  return {
    ledger,
    async stop() {
      over = true
      await Promise.all(lives)
    },
  }
}

/** An answer to a write, and when it came: milliseconds after the watch began, and how long it took. Status 0: it was cut off. */
export type Told = { status: number; code: string | undefined; retryAfter: number; at: number; took: number }

/** Sends one write after the other to a house, and keeps what is answered. */
export function watchWrites(house: Pick<House, 'origin'>): {
  told: Told[]
  since: () => number
  stop: () => Promise<void>
} {
  const began = performance.now()
  const told: Told[] = []
  let over = false
  const watching = (async () => {
    for (let number = 0; !over; number += 1) {
      const asked = performance.now()
      const answer = await browse(house)
        .post('/api/sign-up', { email: `watch${number}@example.org` })
        .catch(() => undefined)
      told.push({
        status: answer?.status ?? 0,
        code: answer?.body.code,
        retryAfter: Number(answer?.headers.get('retry-after') ?? 0),
        at: performance.now() - began,
        took: performance.now() - asked,
      })
      await pause(10)
    }
  })()
  return {
    told,
    since: () => performance.now() - began,
    async stop() {
      over = true
      await watching
    },
  }
}

/** Expects that every refusal was one of a database that is away for a while. */
export function expectOnlyAway({ refused }: Ledger, told: Told[]): void {
  expect(refused.filter((refusal) => !/^503 .*"unavailable"|^504 .*"outcome_unknown"/.test(refusal))).toEqual([])
  for (const { status, code, retryAfter } of told.filter(({ status }) => status !== 202)) {
    expect([status, code]).toEqual(status === 504 ? [504, 'outcome_unknown'] : [503, 'unavailable'])
    if (status === 503) expect(retryAfter).toBeGreaterThan(0)
  }
}

/** Expects that no process of a house has ended or logged a fault of ours. */
export function expectSound(house: House): void {
  for (const { child, said } of house.instances) expect(child.exitCode, said().slice(-2_000)).toBeNull()
  const faults = saidBy(house)
    .split('\n')
    .filter(
      (line) =>
        line.includes('"A request failed"') ||
        // An exception that nobody caught is written there by Next.
        (line.includes('"A library wrote to the console"') && !line.includes('[DatabaseUnavailableError]')) ||
        (line.includes('"Housekeeping failed"') && !/DatabaseUnavailableError|OutcomeUnknownError/.test(line)),
    )
  expect(faults).toEqual([])
}

/** Waits for the code in the letter that a mail provider has sent to an address. */
export async function sentCode({ sent }: Provider, email: string): Promise<string> {
  for (let waited = 0; waited < LETTER_TIMEOUT_MS; waited += 20) {
    const letter = [...sent.values()].find(({ to }) => to === email)
    const code = letter?.text.match(/^ {4}(\d{6})$/m)?.[1]
    if (code !== undefined) return code
    await pause(20)
  }
  throw new Error(`No code was sent to ${email}.`)
}
