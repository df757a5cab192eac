import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, bringBack, removeEmail } from '#tests/server/emails/steps.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  DAY,
  done,
  eventKinds,
  letterNames,
  MINUTE,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  states,
  WAIT,
} from '#tests/server/recoveries/steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }
const SECOND = 'second@example.com'

/** Asks for a code and gets no letter. */
async function isRefused(world: Parameters<typeof knock>[0], email: string): Promise<boolean> {
  const before = await letterNames(world, email)
  const answer = await stranger(world).post('/api/recovery', { email })
  expect(answer.status).toBe(202)
  return (await letterNames(world, email)).length === before.length
}

describe('K17 the deletion of an account', () => {
  test('ends with a recovery, which works in the grace time too', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const deletes = owner.client.copy()
    const { client, pass } = await knock(world, owner)
    done(await owner.client.delete('/api/account'))
    expect(await deletes.get('/api/session')).toMatchObject({ status: 401 })
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({ status: 200 })
    await houseKeep(world)
    expect(
      await rows(world, 'select 1 from users where delete_at is not null'),
      'the start ends it not yet',
    ).toHaveLength(1)
    const { readyAt = 0 } = (await knock(world, owner)).pass
    world.turnClock(readyAt - world.now())
    const step = await readyToFinish(world, await knock(world, owner))
    expect(await finish(step)).toMatchObject({ status: 200 })
    expect(await rows(world, 'select 1 from users where delete_at is not null')).toEqual([])
    expect(await letterNames(world, owner.email)).toContain('account-deletion-undone')
    expect(await eventKinds(world, owner.userId)).toContain('account_deletion_undone')
    world.turnClock(8 * DAY)
    await houseKeep(world)
    expect(await signIn(stranger(world), step.authenticator)).toMatchObject({ status: 200 })
  })

  test('is refused while a recovery waits', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    expect(await owner.client.delete('/api/account')).toMatchObject({ status: 409, body: { code: 'on_hold' } })
    done(await owner.client.post('/api/account/recovery/cancel'))
    expect(await owner.client.delete('/api/account')).toMatchObject({ status: 200 })
  })

  test('deletes its recoveries too: a pass that has not expired is refused', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const step = await readyToFinish(world, road)
    await world.db.transaction((tx) => tx.run('update users set delete_at = ?', tx.now))
    await houseKeep(world)
    expect(await rows(world, 'select 1 from recoveries union all select 1 from users')).toEqual([])
    expect(await finish(step)).toMatchObject(OVER)
    expect(await askOptions(road)).toMatchObject(OVER)
  })
})

describe('K6 an address that is removed during the wait', () => {
  test('ends the recovery: its passes are refused, it gets no code, and every address gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY)
    const thief = await startWait(world, { email: SECOND })
    const session = stranger(world)
    session.passkeys = owner.authenticator
    done(await signIn(session, owner.authenticator))
    done(await removeEmail(session, SECOND))
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    for (const step of ['start', 'options', 'cancel'])
      expect(await thief.client.post(`/api/recovery/${step}`, { ceremony: thief.pass.ceremony })).toMatchObject(OVER)
    expect(await isRefused(world, SECOND)).toBe(true)
    for (const to of [owner.email, SECOND]) expect(await letterNames(world, to)).toContain('recovery-cancelled')
  })

  test('and brought back starts a new wait of full length', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY)
    await startWait(world, { email: SECOND })
    const session = stranger(world)
    session.passkeys = owner.authenticator
    done(await signIn(session, owner.authenticator))
    done(await removeEmail(session, SECOND))
    world.turnClock(WAIT - 1)
    done(await bringBack(session, SECOND))
    world.turnClock(1)
    const back = await knock(world, { email: SECOND })
    expect(back.pass.state).toBe('none')
    expect(await askOptions(back)).toMatchObject({ status: 409, body: { code: 'recovery_not_ready' } })
  })

  test('after its wait ends the recovery too', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY)
    const road = await becomeReady(world, { email: SECOND })
    const step = await readyToFinish(world, road)
    const session = stranger(world)
    session.passkeys = owner.authenticator
    done(await signIn(session, owner.authenticator))
    done(await removeEmail(session, SECOND))
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    expect(await finish(step)).toMatchObject(OVER)
  })
})

test('K6 an old pass for an address that moved to another account opens neither account', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const moving = 'moving@example.com'
  await addEmail(world, owner.client, moving)
  world.turnClock(DAY)
  const road = await knock(world, { email: moving })
  const session = stranger(world)
  session.passkeys = owner.authenticator
  done(await signIn(session, owner.authenticator))
  done(await removeEmail(session, moving))
  world.turnClock(MINUTE)
  const other = await signUp(world, { email: moving })
  for (const step of ['start', 'options', 'cancel'])
    expect(await road.client.post(`/api/recovery/${step}`, { ceremony: road.pass.ceremony })).toMatchObject(OVER)
  expect(await states(world, other.userId)).toEqual([])
})

describe('K1 an address', () => {
  test.each<Record<string, string>>([{}, { RECOVERY_DELAY: '14d' }])(
    'that is new can recover only after ten days, to the millisecond, with %j',
    async (environment) => {
      const world = makeWorld(environment)
      const owner = await signUp(world)
      world.turnClock(1)
      const { recoversAt } = await addEmail(world, owner.client, SECOND)
      expect(recoversAt).toBe(world.now() + 10 * DAY)
      world.turnClock(10 * DAY - 1)
      const { client, pass } = await knock(world, { email: SECOND })
      expect(
        await leavingAllAsItWas(world, () => client.post('/api/recovery/start', { ceremony: pass.ceremony })),
      ).toMatchObject({
        status: 403,
        body: { code: 'not_settled', settlesAt: recoversAt, detail: expect.stringContaining('in one day') },
      })
      expect(await rows(world, 'select 1 from recoveries')).toEqual([])
      world.turnClock(1)
      expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({ status: 200 })
    },
  )

  test('that is new gets a code and signs in with it and the app or a backup code at once', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await addEmail(world, owner.client, SECOND)
    for (const code of [codeAt(owner.secret, world.now()), owner.codes[0]]) {
      const { client, pass } = await knock(world, { email: SECOND })
      expect(pass).toMatchObject({ state: 'none', ways: ['totp', 'backup_code'] })
      expect(await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code })).toMatchObject({
        status: 200,
      })
    }
  })

  test('K19 that is unknown gets no letter, and its ceremony returns no pass', async () => {
    const world = makeWorld()
    expect(await isRefused(world, 'nobody@example.com')).toBe(true)
  })

  test('E6 is found in any upper or lower case, and the letter goes to it as stored', async () => {
    const world = makeWorld()
    const owner = await signUp(world, { email: 'Ada.Lovelace@example.com' })
    done(await stranger(world).post('/api/recovery', { email: ' ADA.LOVELACE@EXAMPLE.COM ' }))
    expect(await letterNames(world, owner.email)).toContain('recovery-code')
  })
})
