import { describe, expect, test } from 'vitest'
import { linkToken } from '#server/mail/link-token.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp, type Person } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  mailedCode,
  MINUTE,
  signUpWithApp,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  type Road,
  startWait,
  states,
} from '#tests/server/recoveries/steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }

async function cancelToken(world: TestWorld, { userId }: Person): Promise<string> {
  const [recovery] = await rows<{ id: string }>(
    world,
    'select id from recoveries where user_id = ? order by requested_at desc, rowid desc limit 1',
    userId,
  )
  return linkToken(world.keys, 'cancel', recovery?.id ?? '')
}

/** Every way to cancel a recovery. */
const CANCELS: Record<string, (world: TestWorld, owner: Person, road: Road) => Promise<{ status: number }>> = {
  'the browser that started it': (_world, _owner, { client, pass }) =>
    client.post('/api/recovery/cancel', { ceremony: pass.ceremony }),
  'the link in a letter': async (world, owner) =>
    stranger(world).post('/api/recovery/cancel', { token: await cancelToken(world, owner), word: 'CANCEL' }),
  'a session, without a confirmation': async (world, { client }) => {
    world.turnClock(10 * MINUTE + 1)
    return client.post('/api/account/recovery/cancel')
  },
}

describe.each(Object.entries(CANCELS))('K9 cancelled by %s', (_, cancel) => {
  test('a waiting recovery is over, and every address gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await startWait(world, owner)
    expect((await cancel(world, owner, road)).status).toBeLessThan(300)
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    expect(await letterNames(world, owner.email)).toContain('recovery-cancelled')
    expect(await eventKinds(world, owner.userId)).toContain('recovery_cancelled')
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect((await knock(world, owner)).pass.state).toBe('none')
  })

  test('a ready recovery is over, and every token of that cycle is refused, also in an open tab', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const step = await readyToFinish(world, road)
    const tab = stranger(world)
    const typed = done(await tab.post('/api/recovery', { email: owner.email })).body
    const code = await mailedCode(world, owner.email, 'recovery-code')
    const token = await cancelToken(world, owner)
    expect((await cancel(world, owner, road)).status).toBeLessThan(300)

    expect(await finish(step)).toMatchObject(OVER)
    for (const path of ['options', 'start', 'cancel', 'second-step'])
      expect(
        await road.client.post(`/api/recovery/${path}`, { ceremony: road.pass.ceremony, code: '123456' }),
      ).toMatchObject(OVER)
    expect((await tab.post('/api/recovery/code', { ceremony: typed.ceremony, code })).status).toBe(410)
    expect(await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })).toMatchObject(OVER)
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  })
})

describe('K9 the link in a letter', () => {
  test.each([
    ['a wrong word', { word: 'STOP' }],
    ['the word in lower case', { word: 'cancel' }],
    ['the word with a space', { word: 'CANCEL ' }],
    ['no word', {}],
    ['a word in an array', { word: ['CANCEL'] }],
  ])('does nothing with %s', async (_, rest) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    expect(
      await leavingAllAsItWas(world, () => stranger(world).post('/api/recovery/cancel', { token, ...rest })),
    ).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('K2 does nothing with %s', async (method) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const { status } = await leavingAllAsItWas(world, () =>
      stranger(world).send(method, `/api/recovery/cancel?token=${token}&word=CANCEL`),
    )
    expect([404, 405]).toContain(status)
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test('K20 does nothing if its token is cut, made up, or made for another purpose', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const [id = '', signature = ''] = token.split('.')
    const forged = [
      token.slice(0, -1),
      `${id}.`,
      `.${signature}`,
      `${id}.${'A'.repeat(43)}`,
      `x${token}`,
      `${token}=`,
      linkToken(world.keys, 'undo', id),
      linkToken(world.keys, 'cancel', 'nobody'),
      '.',
      'x',
      '',
      'x'.repeat(200),
    ]
    for (const wrong of forged)
      expect([
        wrong,
        await stranger(world).post('/api/recovery/cancel', { token: wrong, word: 'CANCEL' }),
      ]).toMatchObject([wrong, OVER])
    for (const wrong of [null, 5, [token], { token }])
      expect(await stranger(world).post('/api/recovery/cancel', { token: wrong, word: 'CANCEL' })).toMatchObject({
        status: 400,
      })
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test('is refused everywhere else', async () => {
    const world = makeWorld({ LIMIT_SCALE: '10' })
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const visitor = stranger(world)
    for (const path of [
      '/api/recovery/start',
      '/api/recovery/options',
      '/api/recovery/code',
      '/api/recovery/second-step',
    ])
      expect((await visitor.post(path, { ceremony: token, token, word: 'CANCEL', code: '123456' })).status).toBe(410)
    expect(await visitor.post('/api/emails/undo', { token, word: 'UNDO' })).toMatchObject(OVER)
    visitor.cookies.set('latchkey-session', token)
    expect(await visitor.get('/api/session')).toMatchObject({ status: 401 })
  })

  test('of an earlier cycle does not cancel the next one', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const old = await cancelToken(world, owner)
    done(await owner.client.post('/api/account/recovery/cancel'))
    world.turnClock(1)
    await startWait(world, owner)
    expect(await stranger(world).post('/api/recovery/cancel', { token: old, word: 'CANCEL' })).toMatchObject(OVER)
    expect(await states(world, owner.userId)).toEqual(['cancelled', 'waiting'])
  })

  test('works once: of twenty at the same time one cancels, and one letter is sent', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const token = await cancelToken(world, owner)
    const answers = await atOnce(20, () => stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(19)
    expect((await letterNames(world, owner.email)).filter((letter) => letter === 'recovery-cancelled')).toHaveLength(1)
  })
})

test('K9 cancelling is refused without a waiting recovery, and for another person’s', async () => {
  const world = makeWorld()
  const [owner, other] = [await signUp(world), await signUp(world)]
  await startWait(world, owner)
  expect(await other.client.post('/api/account/recovery/cancel')).toMatchObject({ status: 404 })
  expect(await makeClient(world).post('/api/account/recovery/cancel')).toMatchObject({ status: 401 })
  const road = await knock(world, other)
  expect(await road.client.post('/api/recovery/cancel', { ceremony: road.pass.ceremony })).toMatchObject(OVER)
  expect(await states(world, owner.userId)).toEqual(['waiting'])
})

test('K9 repeated cancelling uses up no other limit', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  for (let count = 0; count < 3; count += 1) {
    const { client, pass } = await startWait(world, owner)
    done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
    world.turnClock(STEP)
  }
  expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  const { client, pass } = await knock(world, owner)
  expect(
    await client.post('/api/recovery/second-step', {
      ceremony: pass.ceremony,
      code: codeAt(owner.secret, world.now()),
    }),
  ).toMatchObject({ status: 200 })
})

test('K10 a sign-in with the passkey does not cancel by itself but asks the owner, who cancels with one click', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await becomeReady(world, owner)
  const client = stranger(world)
  done(await signIn(client, owner.authenticator))
  expect(await states(world, owner.userId)).toEqual(['waiting'])
  expect(await client.post('/api/account/recovery/cancel')).toMatchObject({ status: 204 })
  expect(await askOptions(await (world.turnClock(1), knock(world, owner)))).toMatchObject({
    status: 409,
    body: { code: 'recovery_not_ready' },
  })
})
