import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { begun, type CreationOptions } from '#tests/server/passkeys/steps.ts'
import { done, HOUR, mailedCode, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  WAIT,
} from '#tests/server/recoveries/steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }
const NO_PASSES = [null, 5, [], {}, { $ne: '' }, ['a']]

describe('K6 a pass completes only when its code was mailed after the wait', () => {
  test('the one that started the wait never does, though it still lives', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    // As if the wait had been over sooner than the pass: what counts is when the code was mailed.
    const first = await startWait(world, owner)
    await world.db.transaction((tx) =>
      tx.run(
        'update recoveries set started_at = ?, ready_at = ?, closes_at = ?',
        tx.now - WAIT + MINUTE,
        tx.now + MINUTE,
        tx.now + HOUR,
      ),
    )
    world.turnClock(MINUTE)
    expect(await askOptions(first)).toMatchObject({ ...OVER, body: { detail: expect.stringContaining('new code') } })
    expect(await askOptions(await knock(world, owner))).toMatchObject({ status: 200 })
  })

  test('a code mailed a millisecond before does not, though it is typed after; one mailed then does', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT - 1)
    const client = stranger(world)
    const { body } = await client.post('/api/recovery', { email: owner.email })
    const code = await mailedCode(world, owner.email, 'recovery-code')
    world.turnClock(1)
    const { ceremony } = done(await client.post('/api/recovery/code', { ceremony: body.ceremony, code })).body
    expect(await client.post('/api/recovery/options', { ceremony })).toMatchObject(OVER)
    expect(await askOptions(await knock(world, owner, client))).toMatchObject({ status: 200 })
  })

  test('the letter that starts it holds no code, and no link but the one that stops it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const letter = (await lettersTo(world, owner.email)).find((candidate) => candidate.letter === 'recovery-started')
    expect(letter?.code).toBeUndefined()
    expect(new Set(letter?.text.match(/https?:\S+/g))).toEqual(new Set([world.config.origin, letter?.link]))
    expect(letter?.link).toContain('/recover/cancel/')
  })
})

describe('a pass', () => {
  test('K12 lives fifteen minutes, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    world.turnClock(15 * MINUTE - 1)
    expect(await askOptions(road)).toMatchObject({ status: 200 })
    world.turnClock(1)
    for (const step of ['options', 'start', 'cancel', 'second-step']) {
      expect(
        await road.client.post(`/api/recovery/${step}`, { ceremony: road.pass.ceremony, code: '123456' }),
      ).toMatchObject(OVER)
    }
  })

  test('C4 K12 is bound to the browser that proved the mailbox', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { pass } = await becomeReady(world, owner)
    for (const step of ['options', 'start', 'cancel', 'second-step']) {
      expect(
        await leavingAllAsItWas(world, () =>
          stranger(world).post(`/api/recovery/${step}`, { ceremony: pass.ceremony, code: '123456' }),
        ),
      ).toMatchObject(OVER)
    }
  })

  test('K12 opens nothing else: no session, no profile, and no other ceremony', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client, pass } = await becomeReady(world, owner)
    client.cookies.set('latchkey-session', pass.ceremony)
    for (const path of [
      '/api/session',
      '/api/sessions',
      '/api/emails',
      '/api/passkeys',
      '/api/activity',
      '/api/account/export',
    ])
      expect(await client.get(path)).toMatchObject({ status: 401 })
    for (const path of [
      '/api/recovery/finish',
      '/api/sign-up/passkey',
      '/api/sign-in/second-step',
      '/api/recovery/code',
    ]) {
      const credential = makeAuthenticator(world).create({ ...(await readyToFinish(world, { client, pass })).options })
      expect((await client.post(path, { ceremony: pass.ceremony, credential, code: '123456' })).status).toBe(410)
    }
  })

  test.each(NO_PASSES)('K20 that is %j is refused as input, at every step', async (ceremony) => {
    const world = makeWorld()
    const client = makeClient(world)
    const credential = makeAuthenticator(world).create({
      challenge: 'x',
      rp: { name: 'x' },
      user: { id: 'eA', name: 'x', displayName: 'x' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    })
    for (const path of ['code', 'start', 'cancel', 'options', 'second-step', 'finish']) {
      expect(await client.post(`/api/recovery/${path}`, { ceremony, code: '123456', credential })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    }
  })
})

describe('N13 the code', () => {
  async function asked(world: TestWorld) {
    const owner = await signUp(world)
    const client = stranger(world)
    const { ceremony } = done(await client.post('/api/recovery', { email: owner.email })).body
    return { client, ceremony, code: await mailedCode(world, owner.email, 'recovery-code') }
  }

  test('is good once', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => client.copy().post('/api/recovery/code', { ceremony, code })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410, 410, 410])
  })

  test('is good for ten minutes, to the millisecond', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    world.turnClock(10 * MINUTE)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject(OVER)
    world.turnClock(-1)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({ status: 200 })
  })

  test('is guessed five times at most, whatever browser asks', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    const wrong = code === '000000' ? '000001' : '000000'
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.copy().post('/api/recovery/code', { ceremony, code: wrong })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({ status: 429 })
  })

  test('V6.6.2 of one request does not fit another', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const [first, second] = [stranger(world), stranger(world)]
    const { ceremony } = done(await first.post('/api/recovery', { email: owner.email })).body
    const code = await mailedCode(world, owner.email, 'recovery-code')
    const other = done(await second.post('/api/recovery', { email: owner.email })).body
    expect(await second.post('/api/recovery/code', { ceremony, code })).toMatchObject(OVER)
    expect(await second.post('/api/recovery/code', { ceremony: other.ceremony, code })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  })

  test.each([null, 123_456, ['123456'], {}, '', '12345', '1234567', '１２３４５６', '12 34 56'])(
    'that is %j is refused as input, and not counted',
    async (code) => {
      const world = makeWorld()
      const { client, ceremony } = await asked(world)
      const before = await rows(world, 'select * from limits')
      expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
      expect(await rows(world, 'select * from limits')).toEqual(before)
    },
  )
})

describe('the step of the new passkey', () => {
  test('W19 is used once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const step = await readyToFinish(world, await becomeReady(world, owner))
    const credential = step.authenticator.create(step.options)
    const finished = () => step.client.copy().post('/api/recovery/finish', { ceremony: step.ceremony, credential })
    const answers = await Promise.all([finished(), finished()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect(await finished()).toMatchObject({ status: 410 })
  })

  test('R8 R16 takes no passkey made for another challenge, and none without verification', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const step = await readyToFinish(world, road)
    const other = begun<CreationOptions>(await askOptions(road))
    for (const credential of [
      step.authenticator.create(other.options),
      step.authenticator.create(step.options, { flags: { uv: false } }),
    ]) {
      expect(
        await leavingAllAsItWas(world, () =>
          step.client.post('/api/recovery/finish', { ceremony: step.ceremony, credential }),
        ),
      ).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
    }
    expect(await finish(step)).toMatchObject({ status: 200 })
  })

  test('R26 takes nobody else’s passkey, and then nothing of the account is gone', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUp(world), await signUp(world)]
    const step = await readyToFinish(world, await becomeReady(world, owner))
    const taken = other.authenticator.passkeys[0]?.credentialId
    const credential = step.authenticator.create(step.options, { credentialId: taken })
    expect(
      await leavingAllAsItWas(world, () =>
        step.client.post('/api/recovery/finish', { ceremony: step.ceremony, credential }),
      ),
    ).toMatchObject({ status: 409, body: { code: 'passkey_taken' } })
  })

  test('ends with its five minutes, and not with the pass that opened it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const late = await readyToFinish(world, road)
    world.turnClock(5 * MINUTE)
    await houseKeep(world)
    expect(await finish(late)).toMatchObject(OVER)
    expect(await finish(await readyToFinish(world, road))).toMatchObject({ status: 200 })
  })
})
