import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { knock, recover, startWait, states } from '#tests/server/recoveries/steps.ts'
import {
  codeAt,
  DAY,
  done,
  HOUR,
  mailedCode,
  type SecondStep,
  SECOND_STEPS,
  signUpEquipped,
  signUpWithApp,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import { guess, JUDGED, PAUSE, PAUSED } from '#tests/server/second-factor/throttle-steps.ts'

const AHEAD = 2 * DAY

/** Does something while the clock is two days ahead. */
async function ahead<T>(world: TestWorld, act: () => Promise<T>): Promise<T> {
  world.turnClock(AHEAD)
  const result = await act()
  world.turnClock(-AHEAD)
  return result
}

describe('C10 after a clock that was two days ahead', () => {
  test('a limit of sign-ins starts a new window', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const client = stranger(world)
    const wrong = () => client.post('/api/sign-in/password', { email: owner.email, password: 'wrong' })
    await ahead(world, async () => {
      for (let count = 1; count <= 6; count += 1) await wrong()
      expect(await wrong()).toMatchObject(PAUSED)
    })
    for (let count = 1; count <= 5; count += 1) expect(await wrong()).toMatchObject({ status: 401 })
    const refused = await wrong()
    expect(refused).toMatchObject(PAUSED)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900)
  })

  test('the letters of a recovery have their limits again, and no more than them when fifty come at once', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUp(world)
    const client = stranger(world)
    const ask = () => client.copy().post('/api/recovery', { email: owner.email })
    await ahead(world, async () => {
      for (let count = 1; count <= 4; count += 1) await ask()
      expect((await ask()).body).toMatchObject({ digits: 12 })
    })
    const answers = await atOnce(50, ask)
    expect(answers.filter(({ body }) => body.digits === 6)).toHaveLength(3)
    expect(answers.filter(({ body }) => body.digits === 12)).toHaveLength(47)
  })

  test.each<[string, SecondStep]>(Object.entries(SECOND_STEPS))('a pause of codes %s is over', async (_, at) => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUpEquipped(world)
    const visitor = stranger(world)
    const fiveWrong = async () => {
      const ceremony = await at.begin(world, visitor, owner)
      const code = wrongCode(owner.secret, world.now())
      for (let count = 1; count <= 5; count += 1) await visitor.post(at.path, { ceremony, code })
    }
    await ahead(world, async () => {
      await fiveWrong()
      expect(await guess(world, owner, { at, code: codeAt(owner.secret, world.now()) })).toMatchObject(PAUSED)
    })
    const ceremony = await at.begin(world, visitor, owner)
    const code = wrongCode(owner.secret, world.now())
    const answers = await atOnce(50, () => visitor.copy().post(at.path, { ceremony, code }))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(45)
    world.turnClock(PAUSE)
    expect(await guess(world, owner, { at, code: codeAt(owner.secret, world.now()) })).toMatchObject({ status: 200 })
  })

  test('a pause that ends within its own length is believed', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    for (let count = 1; count <= 5; count += 1) expect(await guess(world, owner)).toMatchObject(JUDGED)
    expect(await guess(world, owner)).toMatchObject(PAUSED)
    world.turnClock(-1)
    expect(await guess(world, owner)).toMatchObject(JUDGED)
  })

  test.each<[string, (world: TestWorld, owner: Awaited<ReturnType<typeof signUp>>) => Promise<unknown>]>([
    [
      'was cancelled',
      async (world, owner) => {
        await startWait(world, owner)
        done(await owner.client.post('/api/account/recovery/cancel'))
      },
    ],
    [
      'was closed',
      async (world, owner) => {
        await startWait(world, owner)
        world.turnClock(5 * DAY)
        await houseKeep(world)
        expect(await states(world, owner.userId)).toEqual(['closed'])
        world.turnClock(-5 * DAY)
      },
    ],
  ])('a recovery that %s then refuses no new one', async (_, end) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, () => end(world, owner))
    const { client, pass } = await knock(world, owner)
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({
      status: 200,
      body: { state: 'waiting' },
    })
    expect((await states(world, owner.userId)).filter((state) => state === 'waiting')).toHaveLength(1)
  })

  test('a recovery that ended now refuses a pass from before it, as always', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, async () => {
      await startWait(world, owner)
      done(await owner.client.post('/api/account/recovery/cancel'))
    })
    const { client, pass } = await startWait(world, owner)
    done(await owner.client.post('/api/account/recovery/cancel'))
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })

  test('a recovery that began then keeps its wait, and can be cancelled and begun anew', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, () => startWait(world, owner))
    const { client, pass } = await knock(world, owner)
    expect(pass).toMatchObject({ state: 'waiting', readyAt: world.now() + AHEAD + DAY })
    done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
    world.turnClock(1)
    await startWait(world, owner)
    expect((await knock(world, owner)).pass).toMatchObject({ state: 'waiting', readyAt: world.now() + DAY })
  })

  test('a person who recovered then signs in, and is back with codes too', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const back = await ahead(world, () => recover(world, owner))
    world.turnClock(-DAY)
    expect(await signIn(stranger(world), back.authenticator)).toMatchObject({ status: 200 })
    const { client, pass } = await knock(world, owner)
    expect(
      await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code: back.codes[0] }),
    ).toMatchObject({ status: 200 })
  })

  test('a session that was opened then is confirmed by nothing that was added since, until a new sign-in', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const visitor = stranger(world)
    await ahead(world, async () => done(await signIn(visitor, owner.authenticator)))
    done(await confirm(owner.client, owner.authenticator))
    const secret = await turnOnTotp(world, owner.client)
    world.turnClock(HOUR)
    expect((await visitor.post('/api/confirmation/options')).body.ways).toEqual([])
    expect(await visitor.post('/api/confirmation', { code: codeAt(secret, world.now()) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    done(await signIn(visitor, owner.authenticator))
    expect((await visitor.post('/api/confirmation/options')).body.ways).toEqual(['passkey', 'totp'])
    expect(await visitor.post('/api/backup-codes'), 'a sign-in confirms').toMatchObject({ status: 200 })
  })

  test('a confirmation of then is none', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, async () => done(await confirm(owner.client, owner.authenticator)))
    expect(await owner.client.post('/api/backup-codes')).toMatchObject({ body: { code: 'confirmation_required' } })
    done(await confirm(owner.client, owner.authenticator))
    expect(await owner.client.post('/api/backup-codes')).toMatchObject({ status: 200 })
  })

  test('an app that was turned on then can be replaced', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, async () => {
      done(await confirm(owner.client, owner.authenticator))
      await turnOnTotp(world, owner.client)
    })
    done(await confirm(owner.client, owner.authenticator))
    const secret = await turnOnTotp(world, owner.client)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('a letter that was to leave then leaves at once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await ahead(world, async () => done(await stranger(world).post('/api/recovery', { email: owner.email })))
    expect(await mailedCode(world, owner.email, 'recovery-code')).toMatch(/^\d{6}$/)
    await houseKeep(world)
    expect(
      await rows(world, `select 1 from outbox where letter = 'recovery-code' and accepted_at is not null`),
    ).toHaveLength(1)
  })
})
