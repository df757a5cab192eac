import { expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail } from '#tests/server/emails/steps.ts'
import { DAY, done, eventKinds, letterNames, signUpEquipped, stranger } from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  states,
} from '#tests/server/recoveries/steps.ts'
import { cancelToken, OVER } from '#tests/server/recoveries/cancel-steps.ts'

const NEW = 'new@example.com'

test('custody C1 the reader of a removed address does nothing for six days, and the owner stays alone', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  const old = owner.email
  await addEmail(world, owner.client, NEW)
  done(await promote(owner.client, NEW))
  const early = await knock(world, { email: old })
  done(await removeEmail(owner.client, old))
  const sessions = (await owner.client.get('/api/sessions')).body

  for (const kind of ['email-added', 'email-promoted', 'email-removed'])
    for (const to of [old, NEW]) {
      const links = (await lettersTo(world, to)).filter(({ letter }) => letter === kind).map(({ link }) => link)
      expect(links, `${kind} to ${to}`).toEqual([`${world.config.origin}/account/emails`])
    }
  // What the old address had begun is over too. Only a code of the owner would let it in.
  const { ceremony } = early.pass
  for (const [step, status] of [
    ['start', 403],
    ['options', 410],
    ['cancel', 410],
    ['second-step', 401],
  ] as const)
    expect([
      step,
      (await early.client.post(`/api/recovery/${step}`, { ceremony, code: 'AAAA-AAAA-AAAA-AAAA-AAAA' })).status,
    ]).toEqual([step, status])
  for (const days of [0, 6]) {
    world.turnClock(days * DAY)
    const before = await letterNames(world, old)
    expect(await stranger(world).post('/api/recovery', { email: old })).toMatchObject({ status: 202 })
    expect((await letterNames(world, old)).slice(before.length)).toEqual(['recovery-code'])
  }
  expect(sessions.sessions).toHaveLength(1)
  const home = stranger(world)
  done(await signIn(home, owner.authenticator))
  expect((await emailsOf(home)).map(({ address, primary }) => [address, primary])).toEqual([[NEW, true]])
  expect(await eventKinds(world, owner.userId)).not.toContain('recovery_requested')
})

test('custody C1 a removal ends the recovery of the address, though it is ready, and its link cancels nothing more', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, NEW)
  const ready = await becomeReady(world, { email: NEW })
  const step = await readyToFinish(world, ready)
  const mine = await startWait(world, owner)
  const token = await cancelToken(world, owner, NEW)
  done(await signIn(owner.client, owner.authenticator))
  done(await removeEmail(owner.client, NEW))
  expect(await finish(step)).toMatchObject(OVER)
  expect(await askOptions(ready)).toMatchObject(OVER)
  expect(await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })).toMatchObject(OVER)
  expect(await letterNames(world, NEW)).toContain('recovery-cancelled')
  expect((await states(world, owner.userId)).toSorted()).toEqual(['cancelled', 'waiting'])
  expect(mine.pass.state).toBe('none')
})
