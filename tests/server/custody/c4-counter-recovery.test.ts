import { expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail } from '#tests/server/emails/steps.ts'
import { DAY, done, HOUR, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import {
  finish,
  knock,
  readyToFinish,
  recover,
  SETTLES,
  startWait,
  states,
  takeBack,
} from '#tests/server/recoveries/steps.ts'

const OTHER = 'other@example.com'
const NOT_SETTLED = { status: 403, body: { code: 'not_settled' } }

/** A mailbox thief has completed a recovery through another address of the account. */
async function robbed() {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, OTHER)
  world.turnClock(DAY)
  const thief = await recover(world, { email: OTHER })
  world.turnClock(1)
  return { world, owner, thief }
}

test('custody C4 the recovered session of a mailbox thief cancels no counter-recovery and removes no address', async () => {
  const { world, owner, thief } = await robbed()
  await startWait(world, owner)
  expect(await thief.client.post('/api/account/recovery/cancel')).toMatchObject(NOT_SETTLED)
  world.turnClock(72 * HOUR)
  for (const act of [
    promote(thief.client, OTHER),
    removeEmail(thief.client, OTHER),
    thief.client.post('/api/account/recovery/cancel'),
  ])
    expect((await act).status).toBe(403)
  expect(await thief.client.delete('/api/account')).toMatchObject({ status: 409, body: { code: 'on_hold' } })
  expect((await emailsOf(thief.client)).map(({ address, primary }) => [address, primary])).toEqual([
    [owner.email, true],
    [OTHER, false],
  ])
  expect(await states(world, owner.userId)).toEqual(['completed', 'waiting'])
  const back = await readyToFinish(world, await knock(world, owner))
  done(await finish(back))
  expect(await thief.client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await signIn(stranger(world), thief.authenticator)).toMatchObject({ body: { code: 'unknown_passkey' } })
  expect(await back.client.get('/api/session')).toMatchObject({ status: 200 })
})

test('custody C4 an owner with a settled passkey takes the account back at once, and removes the hostile address', async () => {
  const { world, owner, thief } = await robbed()
  const home = stranger(world)
  home.passkeys = owner.authenticator
  expect(await takeBack(home, owner.authenticator)).toMatchObject({ status: 200 })
  expect(await thief.client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await removeEmail(home, OTHER)).toMatchObject({ status: 204 })
  const before = (await letterNames(world, OTHER)).length
  done(await stranger(world).post('/api/recovery', { email: OTHER }))
  expect(await letterNames(world, OTHER)).toHaveLength(before)
})

test('custody C4 after the owner’s recovery the hostile address starts none for ten days, to the millisecond', async () => {
  const { world, owner } = await robbed()
  const back = await recover(world, owner)
  const settlesAt = world.now() + SETTLES
  world.turnClock(SETTLES - 1)
  const early = await knock(world, { email: OTHER })
  const start = () => early.client.post('/api/recovery/start', { ceremony: early.pass.ceremony })
  expect(await start()).toMatchObject({ ...NOT_SETTLED, body: { code: 'not_settled', settlesAt } })
  const home = stranger(world)
  home.passkeys = back.authenticator
  done(await signIn(home, back.authenticator))
  expect(await removeEmail(home, OTHER)).toMatchObject(NOT_SETTLED)

  // Both are ready at the same moment. The owner removes the address at once, and its recovery ends.
  world.turnClock(1)
  expect(await start()).toMatchObject({ status: 200 })
  expect(await removeEmail(home, OTHER)).toMatchObject({ status: 204 })
  expect((await states(world, owner.userId)).at(-1)).toBe('cancelled')
  expect((await emailsOf(home)).map(({ address }) => address)).toEqual([owner.email])
})
