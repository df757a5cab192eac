import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rowCounts } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn, readyToSignUp } from '#tests/server/passkeys/steps.ts'

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
