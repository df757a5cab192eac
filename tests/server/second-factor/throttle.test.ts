import { describe, expect, test } from 'vitest'
import { type Answer } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  countFailures,
  letterNames,
  makeCodes,
  SECOND_STEPS,
  signUpWithApp,
  stranger,
  wrongCode,
  type WithApp,
} from '#tests/server/second-factor/steps.ts'
import {
  guess as guessThere,
  JUDGED,
  PAUSE,
  PAUSED,
  WRONG_BACKUP_CODE,
} from '#tests/server/second-factor/throttle-steps.ts'

describe.each(Object.entries(SECOND_STEPS))('T11 %s', (_, at) => {
  const { path, begin } = at
  const guess = (world: TestWorld, owner: WithApp, code?: string): Promise<Answer> =>
    guessThere(world, owner, { at, code })

  test('five wrong codes block the codes of the app for fifteen minutes, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (let count = 1; count <= 5; count += 1)
      expect(await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })).toMatchObject(JUDGED)
    const refused = await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })
    expect(refused).toMatchObject(PAUSED)
    expect(refused.headers.get('retry-after')).toBe('900')

    world.turnClock(PAUSE - 1)
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject({
      ...PAUSED,
      body: { retryAfter: 1 },
    })
    world.turnClock(1)
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject({ status: 200 })
  })

  test('L2 L4 the pause survives new browsers, new sign-ins and a restart of the server', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (let count = 1; count <= 4; count += 1)
      expect(await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })).toMatchObject(JUDGED)

    const restarted = world.restart()
    expect(await guess(restarted, owner)).toMatchObject(JUDGED)
    expect(await guess(restarted, owner)).toMatchObject(PAUSED)
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject(PAUSED)
  })

  test('L1 of a hundred wrong codes at the same time five are checked', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const code = wrongCode(owner.secret, world.now())
    const answers = await atOnce(100, () => client.copy().post(path, { ceremony, code }))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(95)
    expect(await countFailures(world, owner.userId, 'code_wrong')).toBe(5)
  })

  test('B6 codes of the app and backup codes have counts of their own', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await makeCodes(owner.client)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (let count = 1; count <= 10; count += 1) {
      expect(
        await client.post(path, {
          ceremony,
          code: count % 2 ? WRONG_BACKUP_CODE : wrongCode(owner.secret, world.now()),
        }),
      ).toMatchObject(JUDGED)
    }
    for (const code of [WRONG_BACKUP_CODE, codeAt(owner.secret, world.now())])
      expect(await client.post(path, { ceremony, code })).toMatchObject(PAUSED)
  })

  test('L5 the passkey still signs in during the pause', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (let count = 1; count <= 6; count += 1)
      await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
    expect(await guess(world, owner), 'and does not lift the pause').toMatchObject(PAUSED)
  })

  test('a right code resets the count', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (let count = 1; count <= 4; count += 1)
      await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })
    expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 200,
    })
    expect(await rows(world, 'select * from guesses')).toEqual([])
  })

  test('V6.3.5 the owner gets one letter about a round of wrong codes', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const suspicious = async () =>
      (await letterNames(world, owner.email)).filter((letter) => letter === 'suspicious-sign-in').length
    for (let count = 1; count <= 4; count += 1)
      await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })
    expect(await suspicious()).toBe(0)
    for (let count = 1; count <= 4; count += 1)
      await client.post(path, { ceremony, code: wrongCode(owner.secret, world.now()) })
    expect(await suspicious()).toBe(1)
    expect(await countFailures(world, owner.userId, 'code_wrong')).toBe(5)
  })
})
