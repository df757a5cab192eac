import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { signIn, touch } from '#tests/helpers/people.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady } from '#tests/server/admin/steps.ts'
import {
  MINUTE,
  SECOND,
  DAY,
  eventKinds,
  letterNames,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { knock } from '#tests/server/recoveries/steps.ts'

const SUSPENDED = { status: 403, body: { code: 'suspended' } }
const reason = 'The laptop was sold'

describe('a suspended person', () => {
  test('has no session, and is told so only after a right proof', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const ada = await signUpWithApp(world)
    expect((await owner.client.post(`${PEOPLE}/${ada.userId}/suspend`, { reason })).status).toBe(204)

    expect((await ada.client.get('/api/session')).status).toBe(401)
    expect(await signIn(stranger(world), ada.authenticator)).toMatchObject(SUSPENDED)
    expect((await signInByPassword(world, ada)).answer).toMatchObject(SUSPENDED)
    const wrong = await stranger(world).post('/api/sign-in/password', { email: ada.email, password: 'wrong horse' })
    expect(wrong.body.code).not.toBe('suspended')
  })

  test('starts no recovery', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const ada = await signUpReady(world)
    const { client, pass } = await knock(world, ada)
    await owner.client.post(`${PEOPLE}/${ada.userId}/suspend`, { reason })
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject(SUSPENDED)
  })

  test('signs in again after the end, or after somebody ends it, and each is in the activity and in a letter', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const ada = await signUpReady(world)
    const until = world.now() + DAY
    await owner.client.post(`${PEOPLE}/${ada.userId}/suspend`, { reason, until })
    expect((await newestLetter(world, ada.email)).text).toContain(reason)
    world.turnClock(DAY - 1)
    expect(await signIn(stranger(world), ada.authenticator)).toMatchObject(SUSPENDED)
    world.turnClock(1)
    expect((await signIn(stranger(world), ada.authenticator)).status).toBe(200)

    const admin = stranger(world)
    admin.passkeys = owner.authenticator
    await signIn(admin, owner.authenticator)
    expect((await admin.post(`${PEOPLE}/${ada.userId}/suspend`, { reason })).status).toBe(204)
    expect((await admin.post(`${PEOPLE}/${ada.userId}/suspend`, { reason })).body.code).toBe('conflict')
    expect((await admin.post(`${PEOPLE}/${ada.userId}/unsuspend`)).status).toBe(204)
    expect((await signIn(stranger(world), ada.authenticator)).status).toBe(200)
    expect((await eventKinds(world, ada.userId)).filter((kind) => /suspended/.test(kind))).toEqual([
      'suspended',
      'suspended',
      'unsuspended',
    ])
    expect((await letterNames(world, ada.email)).filter((name) => name === 'administered')).toHaveLength(3)
  })
})

test('a planned deletion waits while the person is suspended, who could not undo it', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  const ada = await signUpReady(world)
  await ada.client.delete('/api/account')
  const until = world.now() + 8 * DAY
  await owner.client.post(`${PEOPLE}/${ada.userId}/suspend`, { reason, until })
  world.turnClock(8 * DAY - 1)
  await houseKeep(world)
  expect(await rows(world, 'select 1 from users where id = ?', ada.userId)).toHaveLength(1)
  world.turnClock(1)
  await houseKeep(world)
  expect(await rows(world, 'select 1 from users where id = ?', ada.userId)).toHaveLength(0)
})

describe('an attacker of administration', () => {
  const bodies = [
    undefined,
    null,
    [],
    '{',
    '[]',
    'null',
    {},
    { reason: null },
    { reason: [] },
    { reason: 'x'.repeat(201) },
  ]

  test('gets a 400 for a body without its members, and nothing changes', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const ada = await signUpReady(world)
    for (const body of bodies)
      for (const act of ['suspend', 'end-sessions', 'cancel-recovery', 'grant-role', 'remove-role']) {
        const answer = await client.send('POST', `${PEOPLE}/${ada.userId}/${act}`, body)
        expect(answer, `${act} ${JSON.stringify(body)}`).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      }
    expect(await rows(world, 'select 1 from admin_events')).toHaveLength(1)
  })

  test('acts once with one touch, sent twice and twenty times at once', async () => {
    const world = makeWorld()
    const { client, authenticator } = await makeOwner(world)
    const ada = await signUpReady(world)
    await touch(client, authenticator, { act: 'end_sessions_of', target: ada.userId })
    const send = () => client.send('POST', `${PEOPLE}/${ada.userId}/end-sessions`, { reason })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 19 }, () => 403)])
    expect((await send()).body.code).toBe('touch_required')
    expect(await rows(world, "select 1 from admin_events where act = 'sessions_ended'")).toHaveLength(1)
  })

  test('is refused with a touch for somebody else, for another act, and one second too late', async () => {
    const world = makeWorld()
    const { client, authenticator } = await makeOwner(world)
    const [ada, bob] = [await signUpReady(world), await signUpReady(world)]
    const send = () => client.send('POST', `${PEOPLE}/${ada.userId}/suspend`, { reason })
    await touch(client, authenticator, { act: 'suspend_person', target: bob.userId })
    expect((await send()).body.code).toBe('touch_required')
    await touch(client, authenticator, { act: 'end_sessions_of', target: ada.userId })
    expect((await send()).body.code).toBe('touch_required')
    await touch(client, authenticator, { act: 'suspend_person', target: ada.userId })
    world.turnClock(10 * MINUTE + SECOND)
    expect((await send()).body.code).toBe('touch_required')
    await touch(client, authenticator, { act: 'suspend_person', target: ada.userId })
    world.turnClock(10 * MINUTE - SECOND)
    expect((await send()).status).toBe(204)
  })

  test('is refused from another origin, and with a stolen session that never touches', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const ada = await signUpReady(world)
    const path = `${PEOPLE}/${ada.userId}/suspend`
    const elsewhere = await client.send('POST', path, { reason }, { origin: 'https://evil.example' })
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'wrong_origin' } })
    expect((await client.copy().post(path, { reason })).body.code).toBe('touch_required')
    expect(await rows(world, 'select 1 from users where suspended_at is not null')).toEqual([])
  })
})

test('a suspension that ends in the past, without a reason, or of oneself is refused', async () => {
  const world = makeWorld()
  const { client, userId } = await makeOwner(world)
  const ada = await signUpReady(world)
  const path = `${PEOPLE}/${ada.userId}/suspend`
  expect((await client.post(path, { reason, until: world.now() })).body.code).toBe('invalid_input')
  expect((await client.post(path, { reason: '  ' })).body.code).toBe('invalid_input')
  expect((await client.post(`${PEOPLE}/${userId}/suspend`, { reason })).body.code).toBe('own_account')
})
