import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { answerStep, everyCeremony, NAMES, succeeded } from '#tests/server/passkeys/all-ceremonies.ts'
import { atOnce, rowCounts } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn, readyToSignUp } from '#tests/server/passkeys/steps.ts'

describe.each(NAMES)('a ceremony for %s', (name) => {
  test('W18 works, in the browser that began it', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W19 works once: the same answer again is refused', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    const first = await client.post(all[name].path, body)
    expect(succeeded(first)).toBe(true)
    const before = await rowCounts(world, ['users', 'passkeys', 'sessions', 'spent'])
    expect(await client.post(all[name].path, body)).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    expect(await rowCounts(world, ['users', 'passkeys', 'sessions', 'spent'])).toEqual(before)
  })

  test('W19 works once: a fresh answer to the same challenge is refused', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    await answerStep(client, all[name])
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })

  test('W19 works once, even if the earlier cookies come back with the answer', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const before = client.copy()
    await answerStep(client, all[name])
    const again = await answerStep(before, all[name])
    // A session that was renewed or replaced since is over already.
    expect([401, 410]).toContain(again.status)
  })

  test('W19 works once when twenty copies arrive together', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    const before = await rowCounts(world, ['users', 'passkeys'])
    const answers = await atOnce(20, () => client.post(all[name].path, body))
    expect(answers.filter(succeeded)).toHaveLength(1)
    // After five attempts a code is not checked any more; after the winner a session has a new token.
    for (const { status } of answers.filter((answer) => !succeeded(answer))) expect([410, 429, 401]).toContain(status)

    const after = await rowCounts(world, ['users', 'passkeys'])
    const made = name === 'sign-up-passkey' ? [1, 1] : name === 'add-passkey' ? [0, 1] : [0, 0]
    expect([(after.users ?? 0) - (before.users ?? 0), (after.passkeys ?? 0) - (before.passkeys ?? 0)]).toEqual(made)
  })

  test('W20 works until the millisecond before it expires', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    world.turnClock(all[name].lifetime - 1)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W20 is refused from the millisecond it expires', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    // Ten minutes from signing up, and no longer, the session needs no other confirmation.
    world.turnClock(all[name].lifetime)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })

  test('W20 is refused if it comes from the future', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    world.turnClock(-1)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    world.turnClock(1)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W19 is refused after housekeeping and a clock set back', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    await answerStep(client, all[name])
    world.turnClock(60 * 60_000)
    await houseKeep(world)
    world.turnClock(-60 * 60_000)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })
})

describe('asking for options', () => {
  test('W23 many times writes nothing', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const before = await rowCounts(world)
    const client = makeClient(world)
    for (let round = 0; round < 20; round += 1) {
      const answers = await atOnce(100, () => client.post('/api/sign-in/options'))
      expect(answers.every(({ status }) => status === 200)).toBe(true)
    }
    expect(await rowCounts(world)).toEqual(before)
  })

  test('W23 is limited to 300 times a minute per place, and other places are not affected', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const answers = await atOnce(301, () => client.post('/api/sign-in/options'))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(300)
    const [refused] = answers.filter(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(await makeClient(world, { ip: '203.0.113.8' }).post('/api/sign-in/options')).toMatchObject({ status: 200 })
    world.turnClock(60_000)
    expect(await client.post('/api/sign-in/options')).toMatchObject({ status: 200 })
  })

  test('W3 returns a new challenge of 32 bytes each time', async () => {
    const client = makeClient(makeWorld())
    const challenges = (await atOnce(20, () => readyToSignIn(client))).map(({ options }) => options.challenge)
    expect(new Set(challenges).size).toBe(20)
    for (const challenge of challenges) expect(Buffer.from(challenge, 'base64url')).toHaveLength(32)
  })

  test('W24 in a second tab does not end the first tab’s sign-in', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const client = makeClient(world)
    const tabs = [await readyToSignIn(client), await readyToSignIn(client), await readyToSignIn(client)]
    for (const { ceremony, options } of tabs) {
      expect(await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })).toMatchObject({
        status: 200,
      })
    }
  })

  test('W24 in a second tab does not end the first tab’s sign-up', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [first, second] = [
      await readyToSignUp(world, { email: 'one@example.com', client }),
      await readyToSignUp(world, { email: 'two@example.com', client }),
    ]
    for (const { ceremony, options } of [second, first]) {
      expect(
        await client.post('/api/sign-up/passkey', { ceremony, credential: authenticator.create(options) }),
      ).toMatchObject({ status: 201 })
    }
  })

  test('W24 again after a long time starts a new ceremony', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const client = makeClient(world)
    await readyToSignIn(client)
    world.turnClock(24 * 60 * 60_000)
    expect(await signIn(client, authenticator)).toMatchObject({ status: 200 })
  })
})
