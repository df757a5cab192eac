import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { askOptions, knock, type Road, startWait, WAIT } from '#tests/server/recoveries/steps.ts'
import { DAY, done, HOUR, stranger } from '#tests/server/second-factor/steps.ts'
import {
  ask,
  askPastBudget,
  codeThatLeft,
  enter,
  flood,
  HALF_HOUR,
  untilSent,
} from '#tests/server/custody/letter-steps.ts'

const HOME = '198.51.100.7'
const EMAIL = 'owner@example.com'

async function owner(world: TestWorld) {
  return signUp(world, { email: EMAIL, client: makeClient(world, { ip: HOME }) })
}

/** How many letters to the owner are due. */
async function countLetters(world: TestWorld): Promise<number> {
  return (await rows(world, 'select 1 from outbox where recipient = ? and due_at <= ?', EMAIL, world.now())).length
}

let places = 0
/** The same browser, on a network that nobody used. */
function elsewhere(world: TestWorld, { cookies }: Client): Client {
  places += 1
  return makeClient(world, { ip: `203.0.113.${places}`, cookies: new Map(cookies) })
}

/** Asks, reads the code that has left by now, and proves the mailbox. */
async function prove(world: TestWorld, client: Client): Promise<Road> {
  const begun = await ask(client, EMAIL)
  return { client, pass: done(await enter(client, begun, await codeThatLeft(world, EMAIL))).body as Road['pass'] }
}

/** The same from a browser and a network that nobody used: the letter leaves within half an hour. */
async function proveAsStranger(world: TestWorld): Promise<Road> {
  world.turnClock(1)
  const client = stranger(world)
  const begun = await ask(client, EMAIL)
  expect(begun.digits).toBe(12)
  expect((begun.sentAt ?? 0) - world.now()).toBeLessThanOrEqual(HALF_HOUR)
  untilSent(world, begun)
  return { client, pass: done(await enter(client, begun, await codeThatLeft(world, EMAIL))).body as Road['pass'] }
}

test('C9 twenty sign-ups a day from twelve networks keep no owner waiting: at once where they are known, half an hour elsewhere', async () => {
  const world = makeWorld()
  const { client } = await owner(world)
  for (const _ of ['today', 'tomorrow']) {
    await flood(world, EMAIL)
    expect((await prove(world, elsewhere(world, client))).pass.state).toBe('none')
    expect((await prove(world, makeClient(world, { ip: HOME }))).pass.state).toBe('none')
    expect((await proveAsStranger(world)).pass.state).toBe('none')
    for (const _ of ['two', 'three']) {
      world.turnClock(HOUR)
      await flood(world, EMAIL)
    }
    // The day's budget is used up, not only the hour's.
    world.turnClock(HOUR)
    expect((await prove(world, elsewhere(world, client))).pass.state).toBe('none')
    expect((await proveAsStranger(world)).pass.state).toBe('none')
    world.turnClock(20 * HOUR)
  }
}, 60_000)

test('C9 a ripe recovery does not run out in front of its owner: the browser that started it and a new one get a code', async () => {
  const world = makeWorld()
  const road = await startWait(world, await owner(world))
  world.turnClock(WAIT)
  for (const _ of ['today', 'tomorrow']) {
    await flood(world, EMAIL)
    expect(await askOptions(await prove(world, elsewhere(world, road.client)))).toMatchObject({ status: 200 })
    expect(await askOptions(await proveAsStranger(world))).toMatchObject({ status: 200 })
    world.turnClock(DAY)
  }
})

test('C9 sign-up, adding an address and recovery have budgets of their own', async () => {
  const world = makeWorld()
  const { client } = await owner(world)
  const paths = ['/api/sign-up', '/api/emails', '/api/recovery']
  for (const path of paths) {
    const digits = []
    for (let count = 0; count < 11; count += 1) {
      const browser = path === '/api/emails' ? elsewhere(world, client) : stranger(world)
      digits.push((await ask(browser, 'new@example.com', path)).digits)
    }
    expect(digits).toEqual([...Array.from({ length: 10 }, () => 6), 12])
  }
})

describe('C9 the reserve', () => {
  test('of a browser cannot be spent by strangers on a known network, and has a bound', async () => {
    const world = makeWorld()
    const { client } = await owner(world)
    await askPastBudget(world, EMAIL)
    const sentAtOnce = async (browser: Client) => {
      const before = await countLetters(world)
      await ask(browser, EMAIL)
      return (await countLetters(world)) - before
    }
    let [here, there] = [0, 0]
    for (let count = 0; count < 15; count += 1) here += await sentAtOnce(makeClient(world, { ip: HOME }))
    for (let count = 0; count < 15; count += 1) there += await sentAtOnce(elsewhere(world, client))
    expect([here, there]).toEqual([10, 10])
    world.turnClock(HOUR)
    await askPastBudget(world, EMAIL)
    expect(await sentAtOnce(elsewhere(world, client))).toBe(1)
  })

  test('knows a network for 90 days after the last sign-in there, stores it as a keyed hash, and then deletes it', async () => {
    const world = makeWorld()
    const { client, authenticator } = await owner(world)
    world.turnClock(DAY)
    done(await signIn(makeClient(world, { ip: HOME }), authenticator))
    const stored = () => rows<{ network: string }>(world, 'select network from networks')
    expect(await stored()).toEqual([{ network: expect.stringMatching(/^[\w-]{43}$/) }])

    world.turnClock(90 * DAY - 1)
    await houseKeep(world)
    await askPastBudget(world, EMAIL)
    await prove(world, makeClient(world, { ip: HOME }))
    world.turnClock(1)
    const late = makeClient(world, { ip: HOME })
    const begun = await ask(late, EMAIL)
    expect(begun.sentAt).toBeGreaterThan(world.now())
    expect(await enter(late, begun, await codeThatLeft(world, EMAIL))).toMatchObject({ status: 401 })
    expect(await stored()).toEqual([])
    // The browser is known for longer.
    await prove(world, elsewhere(world, client))
  })

  test('of the browser that started a recovery ends with the recovery', async () => {
    const world = makeWorld()
    const { client } = await owner(world)
    const road = await startWait(world, { email: EMAIL })
    await askPastBudget(world, EMAIL)
    await prove(world, elsewhere(world, road.client))
    done(await client.post('/api/account/recovery/cancel'))
    world.turnClock(1)
    const later = elsewhere(world, road.client)
    const before = await countLetters(world)
    expect((await ask(later, EMAIL)).sentAt).toBeGreaterThan(world.now())
    expect(await countLetters(world)).toBe(before)
  })
})

describe('C9 a known and an unknown address look alike', () => {
  /** The shape of each answer to a series of requests, and how many statements each took. */
  async function series(browsers: (world: TestWorld, client: Client) => Client[]) {
    const world = makeWorld()
    const { client } = await owner(world)
    // Only the owner's own letters tell the two apart.
    await knock(world, { email: EMAIL })
    world.turnClock(DAY)
    const seen: Record<string, unknown[]> = {}
    for (const email of [EMAIL, 'other@example.com']) {
      const shapes: unknown[] = []
      for (const browser of browsers(world, client)) {
        const count = countStatements(world)
        const { status, body } = await browser.post('/api/recovery', { email })
        const guess = await browser.post('/api/recovery/code', { ceremony: body.ceremony, code: '0'.repeat(12) })
        shapes.push([status, { ...body, ceremony: String(body.ceremony).length }, count(), guess.status, guess.body])
      }
      seen[email] = shapes
    }
    return seen
  }

  test.each<[string, (world: TestWorld, client: Client) => Client[]]>([
    ['to strangers', (world) => Array.from({ length: 14 }, () => stranger(world))],
    ['on a known network', (world) => Array.from({ length: 14 }, () => makeClient(world, { ip: HOME }))],
    ['in a known browser', (world, client) => Array.from({ length: 14 }, () => elsewhere(world, client))],
  ])('%s', async (_, browsers) => {
    const seen = await series(browsers)
    expect(seen[EMAIL]).toEqual(seen['other@example.com'])
    expect(JSON.stringify(seen[EMAIL])).toContain('"digits":12')
  })

  test('after ten minutes, when the code of an owner who is known has expired', async () => {
    const world = makeWorld()
    const { client } = await owner(world)
    for (const email of [EMAIL, 'other@example.com']) {
      await askPastBudget(world, email)
      world.turnClock(1)
    }
    const late = []
    for (const email of [EMAIL, 'other@example.com']) {
      const browser = elsewhere(world, client)
      const begun = await ask(browser, email)
      const code = email === EMAIL ? await codeThatLeft(world, EMAIL) : '0'.repeat(12)
      late.push({ browser, begun, code })
    }
    world.turnClock(10 * 60_000)
    for (const { browser, begun, code } of late)
      expect(await enter(browser, begun, code)).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    world.turnClock(HALF_HOUR)
    for (const { browser, begun, code } of late)
      expect(await enter(browser, begun, code)).toMatchObject({ status: 410 })
  })
})

/** Counts the statements of the transactions from now on. The returned function stops and returns how many there were. */
function countStatements({ db }: TestWorld): () => number {
  const { transaction } = db
  let statements = 0
  db.transaction = (work, options) =>
    transaction((tx) => {
      const counted = <T extends (...input: never[]) => unknown>(run: T) =>
        ((...input: Parameters<T>) => {
          statements += 1
          return run(...input)
        }) as T
      return work({ ...tx, now: tx.now, get: counted(tx.get), all: counted(tx.all), run: counted(tx.run) })
    }, options)
  return () => {
    db.transaction = transaction
    return statements
  }
}
