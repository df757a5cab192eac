import { expect, test } from 'vitest'
import type { Visitor } from '#server/actor.ts'
import { sealCeremony } from '#server/ceremonies.ts'
import { cancelRecovery } from '#server/recoveries/cancel.ts'
import { startRecovery } from '#server/recoveries/start.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, makeCodes, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { becomeReady, finish, knock, readyToFinish, startWait, states } from '#tests/server/recoveries/steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }
const LATER = { status: 429, body: { code: 'too_many_attempts' } }

test('a pass of an earlier cycle does not cancel the next one', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const first = await startWait(world, owner)
  done(await owner.client.post('/api/account/recovery/cancel'))
  world.turnClock(MINUTE)
  await startWait(world, owner)
  expect(await first.client.post('/api/recovery/cancel', { ceremony: first.pass.ceremony })).toMatchObject(OVER)
  expect(await states(world, owner.userId)).toEqual(['cancelled', 'waiting'])
})

test('a recovery cancelled at its last step is refused before its passkey is verified', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const step = await readyToFinish(world, await becomeReady(world, owner))
  done(await owner.client.post('/api/account/recovery/cancel'))
  expect(await finish({ ...step, options: { ...step.options, challenge: 'AAAA' } })).toMatchObject(OVER)
})

test.each([
  ['starts', startRecovery],
  ['cancels', cancelRecovery],
])('a pass that expires while it waits for the write lock %s no recovery', async (what, useCase) => {
  const world = makeWorld()
  const { userId, email } = await signUp(world)
  if (what === 'cancels') await startWait(world, { email })
  const before = await states(world, userId)

  const visitor: Visitor = { ip: '203.0.113.9', userAgent: '', browser: 'a new one', language: 'en' }
  const ceremony = sealCeremony(world, visitor, 'recovery', { userId, email, codeSentAt: world.now() })
  const asked = useCase(world, visitor, { ceremony })
  world.turnClock(15 * MINUTE)

  await expect(asked).rejects.toMatchObject({ code: 'ceremony_over' })
  expect(await states(world, userId)).toEqual(before)
})

test('a wrong code after the mailbox stores an event about it', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await makeCodes(owner.client)
  const { client, pass } = await knock(world, owner)
  expect(
    await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code: '0000-0000-0000-0000-0000' }),
  ).toMatchObject({ status: 401 })
  expect(await rows(world, `select details from events where kind = 'code_wrong'`)).toEqual([
    { details: JSON.stringify({ attempt: 'mailbox_code' }) },
  ])
})

test('L6 recovery sends three letters an hour to an address from one place at once, known or unknown', async () => {
  const world = makeWorld()
  const { email } = await signUp(world)
  for (const address of [email, 'nobody@example.com']) {
    const client = stranger(world)
    const knocked: unknown[] = []
    for (let times = 0; times < 4; times += 1)
      knocked.push((await client.post('/api/recovery', { email: address })).body.digits)
    expect([address, knocked]).toEqual([address, [6, 6, 6, 12]])
    world.turnClock(HOUR)
    expect(await client.post('/api/recovery', { email: address })).toMatchObject({ status: 202, body: { digits: 6 } })
  }
})

test.each([
  ['thirty mailbox codes in an hour', 30, '/api/recovery/code', HOUR],
  ['sixty second steps in a minute', 60, '/api/recovery/second-step', MINUTE],
])('L1 recovery checks %s from one place, and no more', async (_, most, path, within) => {
  const world = makeWorld()
  const client = stranger(world)
  const guess = () => client.post(path, { ceremony: 'of nobody', code: '123456' })
  for (let times = 0; times < most; times += 1) expect(await guess()).toMatchObject(OVER)
  expect(await guess()).toMatchObject(LATER)
  world.turnClock(within)
  expect(await guess()).toMatchObject(OVER)
})
