import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { whatIsLost } from '#tests/attacks/load.ts'
import { openProvider } from '#tests/attacks/mail-provider.ts'
import { expectSound, sharePostgres, startHouse, startLoad } from '#tests/process/instances.ts'
import { browse } from '#tests/process/people.ts'

const PATIENCE = { timeout: 30_000, interval: 20 }
const ANSWERS = 40
const LETTERS = 300
/** Longer than a claim of an instance that was killed, and far shorter than what the provider remembers: seconds. */
const LEASE_OVER = 180

const database = sharePostgres()

test('V2.3.3 when an instance is killed under load, its people go on at the other, and nothing that was answered is lost', async () => {
  const { url } = await database()
  const house = await startHouse({ urls: [url, url] })
  const load = startLoad(house)
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(ANSWERS), PATIENCE)
  await house.kill(1)
  const answered = load.ledger.answered
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(answered + ANSWERS), PATIENCE)
  await load.stop()

  const [, given] = house.balancer.given()
  // Everybody that was signed in is asked at the instance that is left.
  expect(await whatIsLost(house, load.ledger)).toEqual([])
  expect(load.ledger.refused).toEqual([])
  expect(load.ledger.interrupted).toBeGreaterThan(0)
  expect(house.balancer.given()[1]).toBe(given)

  await house.start(1)
  expect(await whatIsLost(house, load.ledger)).toEqual([])
  expect(house.balancer.given()[1]).toBeGreaterThan(given ?? 0)
  expectSound(house)
})

test('when an instance is killed while both send letters, each letter is accepted once', async () => {
  const provider = await openProvider()
  onTestFinished(() => provider.close())
  // Each letter takes the provider a moment, so that some are under way at any time.
  provider.behave(async (take) => {
    await pause(100)
    take()
  })
  const { url } = await database()
  const house = await startHouse({ urls: [url, url], environment: provider.environment })
  const answered: string[] = []
  let next = 0
  const asking = Array.from({ length: 8 }, async () => {
    for (let number = next++; number < LETTERS; number = next++) {
      const email = `letter${number}@example.org`
      const answer = await browse(house)
        .post('/api/sign-up', { email })
        .catch(() => undefined)
      if (answer?.status === 202) answered.push(email)
    }
  })
  await vi.waitFor(() => expect(provider.sent.size).toBeGreaterThan(LETTERS / 6), PATIENCE)
  await house.kill(0)
  await Promise.all(asking)
  const sentBefore = provider.sent.size
  await vi.waitFor(async () => {
    await browse(house).post('/api/testing/clock', { advance: LEASE_OVER })
    expect(answered.filter((email) => sentTo(email).length === 0)).toEqual([])
  }, PATIENCE)

  expect(answered.length).toBeGreaterThan(LETTERS * 0.9)
  expect(sentBefore).toBeLessThan(LETTERS)
  expect(answered.filter((email) => sentTo(email).length !== 1)).toEqual([])
  // Only what the killed one had given to the provider, and could not note, was given again, under the same key.
  const again = provider.requests.length - new Set(provider.requests.map(({ key }) => key)).size
  expect(again).toBeLessThan(60)
  expectSound(house)

  function sentTo(email: string): string[] {
    return [...provider.sent.values()].filter(({ to }) => to === email).map(({ key }) => key)
  }
})
