import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, removeEmail, undo } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, letterNames, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
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
  test('prevents a recovery: no code is sent, and passes are refused', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client, pass } = await knock(world, owner)
    done(await owner.client.delete('/api/account'))
    for (const step of ['start', 'options', 'second-step', 'cancel'])
      expect(await client.post(`/api/recovery/${step}`, { ceremony: pass.ceremony, code: '123456' })).toMatchObject(
        OVER,
      )
    expect(await isRefused(world, owner.email)).toBe(true)
    expect(await rows(world, 'select 1 from recoveries')).toEqual([])
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
    done(await signIn(session, owner.authenticator))
    done(await removeEmail(session, SECOND))
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    for (const step of ['start', 'options', 'cancel'])
      expect(await thief.client.post(`/api/recovery/${step}`, { ceremony: thief.pass.ceremony })).toMatchObject(OVER)
    expect(await isRefused(world, SECOND)).toBe(true)
    for (const to of [owner.email, SECOND]) expect(await letterNames(world, to)).toContain('recovery-cancelled')
  })

  test('and restored by an undo starts a new wait of full length', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY)
    await startWait(world, { email: SECOND })
    const session = stranger(world)
    done(await signIn(session, owner.authenticator))
    done(await removeEmail(session, SECOND))
    world.turnClock(WAIT - 1)
    done(await undo(world, stranger(world), SECOND, 'email-removed'))
    world.turnClock(1)
    const back = await knock(world, { email: SECOND })
    expect(back.pass.state).toBe('none')
    expect(await askOptions(back)).toMatchObject({ status: 409, body: { code: 'recovery_not_ready' } })
  })

  test('by undoing its addition ends the recovery too', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY)
    await becomeReady(world, { email: SECOND })
    done(await undo(world, stranger(world), owner.email, 'email-added'))
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
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
  done(await signIn(session, owner.authenticator))
  done(await removeEmail(session, moving))
  world.turnClock(MINUTE)
  const other = await signUp(world, { email: moving })
  for (const step of ['start', 'options', 'cancel'])
    expect(await road.client.post(`/api/recovery/${step}`, { ceremony: road.pass.ceremony })).toMatchObject(OVER)
  expect(await states(world, other.userId)).toEqual([])
})

describe('K1 an address', () => {
  test('that is new can recover only after 24 hours, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(DAY - 1)
    expect(await isRefused(world, SECOND)).toBe(true)
    world.turnClock(1)
    expect((await knock(world, { email: SECOND })).pass.state).toBe('none')
  })

  test('that is new waits as long as RECOVERY_DELAY says', async () => {
    const world = makeWorld({ RECOVERY_DELAY: '3d' })
    const owner = await signUp(world)
    await addEmail(world, owner.client, SECOND)
    world.turnClock(3 * DAY - 1)
    expect(await isRefused(world, SECOND)).toBe(true)
    world.turnClock(1)
    expect((await knock(world, { email: SECOND })).pass.state).toBe('none')
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
