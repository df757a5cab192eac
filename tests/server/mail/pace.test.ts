import { beforeEach, describe, expect, test } from 'vitest'
import { deliverDue } from '#server/mail/outbox/deliver.ts'
import { enqueue } from '#server/mail/outbox/enqueue.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeProvider, type Provider, refuse } from '#tests/server/mail/provider.ts'
import { scene } from '#tests/server/mail/samples.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

let provider: Provider
let world: TestWorld
beforeEach(async () => {
  provider = await makeProvider()
  world = makeWorld(provider.environment)
})

function put(letter: 'sign-up-code' | 'totp-on', count: number): Promise<void> {
  return world.db.transaction(async (tx) => {
    for (let n = 1; n <= count; n += 1)
      await enqueue(tx, { address: `${letter}-${n}@example.org`, language: 'en' }, letter, scene)
  })
}

/** The provider accepts so many letters from now on, and refuses the rest for their rate. */
function accept(left: number, headers: Record<string, string> = {}): void {
  provider.behave((_request, response) => {
    left -= 1
    if (left < 0) refuse(response, 429, 'rate_limit_exceeded', headers)
  })
}

/** Returns after how many milliseconds, up to `most`, the next letter is sent. */
async function restOf(most: number, step: number): Promise<number> {
  const before = provider.requests.length
  for (let waited = 0; waited <= most; waited += step) {
    await deliverDue(world)
    if (provider.requests.length > before) return waited
    world.turnClock(step)
  }
  return Infinity
}

const waiting = () =>
  rows(world, 'select attempts, due_at from outbox where accepted_at is null and given_up_at is null')

describe('fault S3 while the provider has too many letters', () => {
  test.each([
    ['1', 1],
    ['3', 3],
    ['17', 17],
    ['7200', 7_200],
  ])('the queue rests for the %s s that it asks for, and a little longer', async (wish, wait) => {
    await put('sign-up-code', 1)
    accept(0, { 'retry-after': wish })
    await deliverDue(world)
    accept(1)
    world.turnClock(wait * SECOND - 1)
    expect(await deliverDue(world)).toBe(0)
    expect(provider.requests).toHaveLength(1)
    world.turnClock(wait * 0.05 * SECOND + 2)
    expect(await deliverDue(world)).toBe(1)
  })

  test('the rest is until the date that it names, counted from the date of its answer', async () => {
    await put('sign-up-code', 1)
    accept(0, { date: 'Wed, 21 Oct 2026 07:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' })
    await deliverDue(world)
    accept(1)
    expect(await restOf(MINUTE, 500)).toBeGreaterThanOrEqual(30 * SECOND)
  })

  test('a rest that nobody asked for doubles from a second to a minute, until a letter is accepted', async () => {
    await put('sign-up-code', 2)
    accept(0)
    await deliverDue(world)
    const rests: number[] = []
    for (let n = 0; n < 8; n += 1) rests.push(await restOf(2 * MINUTE, 100))
    for (const [index, wait] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      expect(rests[index]).toBeGreaterThanOrEqual(wait * SECOND)
      expect(rests[index]).toBeLessThanOrEqual(wait * 1.05 * SECOND + 100)
    }
    accept(1)
    world.turnClock(2 * MINUTE)
    expect(await deliverDue(world)).toBe(1)
    accept(0)
    await deliverDue(world)
    expect(await restOf(2 * MINUTE, 100)).toBeLessThanOrEqual(1_200)
  })

  test('the refused letters are due at once after the rest, and the refusal counts as no attempt', async () => {
    await put('sign-up-code', 20)
    accept(2, { 'retry-after': '1' })
    expect(await deliverDue(world)).toBe(2)
    expect(await waiting()).toEqual(Array.from({ length: 18 }, () => ({ attempts: 0, due_at: world.now() })))
  })

  test('as many letters are sent at once as were accepted, then twice as many each time', async () => {
    await put('sign-up-code', 60)
    accept(2, { 'retry-after': '1' })
    await deliverDue(world)
    world.turnClock(2 * SECOND)
    accept(60)
    const bursts: number[] = []
    for (let n = 0; n < 5; n += 1) bursts.push(await deliverDue(world))
    expect(bursts).toEqual([2, 4, 8, 16, 20])
  })

  test('letters with a code leave before notices that are older', async () => {
    await put('totp-on', 30)
    world.turnClock(SECOND)
    await put('sign-up-code', 3)
    accept(3, { 'retry-after': '1' })
    await deliverDue(world)
    expect([...provider.sent.values()].map(({ to }) => to.replace(/-\d.*/, ''))).toEqual(
      Array.from({ length: 3 }, () => 'sign-up-code'),
    )
  })

  test('one line of the log says so for all refused letters', async () => {
    await put('sign-up-code', 20)
    accept(2, { 'retry-after': '1' })
    await deliverDue(world)
    expect(world.logged.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'warn', message: 'The mail provider has too many letters', refused: 18 }),
    ])
  })

  test('a letter is given up after three days', async () => {
    await put('totp-on', 1)
    accept(0, { 'retry-after': '60' })
    await deliverDue(world)
    world.turnClock(72 * HOUR - 1)
    await deliverDue(world)
    expect(await waiting()).toHaveLength(1)
    world.turnClock(2 * MINUTE)
    await deliverDue(world)
    expect(await waiting()).toHaveLength(0)
  })

  test('a rest that a clock ahead began is over when the clock is right again', async () => {
    await put('sign-up-code', 1)
    accept(0, { 'retry-after': '7200' })
    world.turnClock(48 * HOUR)
    await deliverDue(world)
    accept(1)
    world.turnClock(-48 * HOUR)
    world.turnClock(MINUTE)
    expect(await restOf(MINUTE, SECOND)).toBeLessThan(MINUTE)
  })
})
