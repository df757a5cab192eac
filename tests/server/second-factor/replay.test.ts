import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { makeCostlyWorld, makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  SECOND_STEPS,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

describe.each(Object.entries(SECOND_STEPS))('%s', (_, { path, way, begin }) => {
  test('a code signs in', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 200,
      body: { user: { email: owner.email } },
    })
    expect((await client.get('/api/session')).body).toMatchObject({ session: { way } })
  })

  test('T6 the code that turned the app on does not sign in', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const secret = await turnOnTotp(world, owner.client)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    expect(await client.post(path, { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  })

  test('T7 one code sent twenty times at the same time opens one session', async () => {
    const world = makeCostlyWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const code = codeAt(owner.secret, world.now())
    const answers = await atOnce(20, () => client.copy().post(path, { ceremony, code }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rows(world, 'select way from sessions where way = ?', way)).toHaveLength(1)
  })

  test('T7 one code opens one session, even with different ceremonies', async () => {
    const world = makeCostlyWorld()
    const owner = await signUpWithApp(world)
    const clients = [stranger(world), stranger(world), stranger(world)]
    const ceremonies: string[] = []
    for (const client of clients) ceremonies.push(await begin(world, client, owner))
    const code = codeAt(owner.secret, world.now())
    const answers = await Promise.all(
      clients.map((client, index) => client.post(path, { ceremony: ceremonies[index], code })),
    )
    expect(statusesOf(answers)).toEqual([200, 401, 401])
    expect(await rows(world, 'select way from sessions where way = ?', way)).toHaveLength(1)
  })

  test('T8 a code older than the last one is refused', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const first = stranger(world)
    const older = codeAt(owner.secret, world.now() - STEP)
    done(
      await first.post(path, { ceremony: await begin(world, first, owner), code: codeAt(owner.secret, world.now()) }),
    )
    const second = stranger(world)
    const ceremony = await begin(world, second, owner)
    for (const code of [older, codeAt(owner.secret, world.now())])
      expect(await second.post(path, { ceremony, code })).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    expect(await second.post(path, { ceremony, code: codeAt(owner.secret, world.now() + STEP) })).toMatchObject({
      status: 200,
    })
  })

  test.each([
    [-2, 401],
    [-1, 200],
    [0, 200],
    [1, 200],
    [2, 401],
  ])('T9 a code %i steps away gets status %i', async (distance, status) => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    world.turnClock(2 * STEP)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    expect(
      await client.post(path, { ceremony, code: codeAt(owner.secret, world.now() + distance * STEP) }),
    ).toMatchObject({ status })
  })

  test('T14 a time in the request changes nothing', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const then = world.now() + 20 * STEP
    const claims = {
      timestamp: then,
      now: then,
      at: then,
      date: new Date(then).toISOString(),
      step: Math.floor(then / STEP),
    }
    const answer = await client.send(
      'POST',
      path,
      { ceremony, code: codeAt(owner.secret, then), ...claims },
      { date: new Date(then).toUTCString(), 'x-timestamp': String(then) },
    )
    expect(answer).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 200,
    })
  })

  test('T7 a code used for a sign-in does not confirm, and the reverse', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const code = codeAt(owner.secret, world.now())
    done(await client.post(path, { ceremony: await begin(world, client, owner), code }))
    expect(await client.post('/api/confirmation', { code })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })

    const next = codeAt(owner.secret, world.now() + STEP)
    expect(await client.post('/api/confirmation', { code: next })).toMatchObject({ status: 204 })
    const other = stranger(world)
    expect(await other.post(path, { ceremony: await begin(world, other, owner), code: next })).toMatchObject({
      status: 401,
    })
  })

  test('W19 a ceremony is spent by the sign-in, and a fresh code does not make it work again', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    done(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) }))
    world.turnClock(STEP)
    expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })

  test('another person’s code is refused', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUpEquipped(world), await signUpEquipped(world)]
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    for (const code of [codeAt(other.secret, world.now()), other.codes[0]])
      expect(await client.post(path, { ceremony, code })).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
  })
})
