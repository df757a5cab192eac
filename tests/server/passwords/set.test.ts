import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  MINUTE,
  PASSWORD,
  passMailbox,
  passPassword,
  signUpWithApp,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

const COMPOSED = 'Crème brûlée à Köln'

describe('a password', () => {
  test('V6.3.3 is refused without an authenticator app', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const refused = await leavingAllAsItWas(world, () => client.put('/api/password', { password: PASSWORD }))
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'forbidden', detail: expect.stringContaining('authenticator app') },
    })
    expect(await rows(world, 'select 1 from passwords')).toEqual([])
  })

  test('is not stored if the app is turned off at the same moment', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    await turnOnTotp(world, client)
    await Promise.all([client.put('/api/password', { password: PASSWORD }), client.delete('/api/totp')])
    expect(await rows(world, 'select 1 from passwords where user_id not in (select user_id from totp)')).toEqual([])
  })

  test('§6.3 needs a fresh confirmation to set, change or remove it', async () => {
    const world = makeWorld()
    const { client } = await signUpWithApp(world)
    world.turnClock(10 * MINUTE)
    const before = await rows(world, 'select * from passwords')
    for (const act of [
      () => client.put('/api/password', { password: COMPOSED }),
      () => client.delete('/api/password'),
    ]) {
      expect(await leavingAllAsItWas(world, act, { but: ['sessions'] })).toMatchObject({
        status: 403,
        body: { code: 'confirmation_required' },
      })
    }
    expect(await rows(world, 'select * from passwords')).toEqual(before)
  })

  test.each([
    ['too short', 'elevenchars'],
    ['listed', 'qwertyuiop123'],
    ['about this site', 'latchkey-1234'],
  ])('N8 that is %s is refused with the reason, and the check returns the same', async (_, password) => {
    const world = makeWorld()
    const { client } = await signUpWithApp(world)
    const refused = await client.put('/api/password', { password })
    expect(refused).toMatchObject({ status: 422, body: { code: 'password_too_weak', detail: expect.any(String) } })
    expect((await client.post('/api/password/check', { password })).body).toMatchObject({
      reason: refused.body.detail,
      score: expect.any(Number),
    })
  })

  test('V6.2.11 made of the person’s name or one of their addresses is refused', async () => {
    const world = makeWorld()
    const { client } = await signUpWithApp(world, { email: 'brunhilde@wotan-enterprises.example' })
    await client.patch('/api/account', { name: 'Siegfried' })
    for (const password of ['brunhilde123!', 'wotan-enterprises', 'SiegfriedSieg'])
      expect(await client.put('/api/password', { password })).toMatchObject({ status: 422 })
  })

  test.each([null, 123_456_789_012, ['seven tin whistles'], {}, '', 'x'.repeat(1_025)])(
    'that is %j is refused as invalid input',
    async (password) => {
      const world = makeWorld()
      const { client } = await signUp(world)
      expect(await client.put('/api/password', { password })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    },
  )

  test('S7 V6.2.2 set, changed or removed ends other sessions, sends a letter and stores an event', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await turnOnTotp(world, owner.client)
    const { client, email, userId } = owner
    for (const act of [
      () => client.put('/api/password', { password: PASSWORD }),
      () => client.put('/api/password', { password: COMPOSED }),
      () => client.delete('/api/password'),
    ]) {
      const other = makeClient(world)
      done(await signIn(other, owner.authenticator))
      expect(await act()).toMatchObject({ status: 204 })
      expect(await other.get('/api/session')).toMatchObject({ status: 401 })
      expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    }
    const told = ['password-set', 'password-removed']
    expect((await letterNames(world, email)).filter((letter) => told.includes(letter))).toEqual([
      'password-set',
      'password-set',
      'password-removed',
    ])
    expect((await eventKinds(world, userId)).filter((kind) => kind.startsWith('password'))).toEqual([
      'password_set',
      'password_changed',
      'password_removed',
    ])
  })

  test('that was removed no longer signs in, and cannot be removed again', async () => {
    const world = makeWorld()
    const { client, email } = await signUpWithApp(world)
    done(await client.delete('/api/password'))
    expect(await stranger(world).post('/api/sign-in/password', { email, password: PASSWORD })).toMatchObject({
      status: 401,
      body: { code: 'sign_in_failed' },
    })
    expect(await client.delete('/api/password')).toMatchObject({ status: 404 })
  })
})

test('N7 a password matches in composed and decomposed form, and no other text does', async () => {
  const world = makeWorld()
  const { client, email } = await signUpWithApp(world)
  done(await client.put('/api/password', { password: COMPOSED.normalize('NFD') }))
  for (const password of [COMPOSED, COMPOSED.normalize('NFD')])
    expect(await passPassword(stranger(world), email, password)).toEqual(expect.any(String))
  for (const password of [
    COMPOSED.normalize('NFKD').replace(/\p{M}/gu, ''),
    COMPOSED.toUpperCase(),
    ` ${COMPOSED}`,
    `${COMPOSED} `,
  ]) {
    expect(await stranger(world).post('/api/sign-in/password', { email, password })).toMatchObject({ status: 401 })
  }
})

test('§6.3 a session opened with the mailbox and a code must confirm before it sets a password', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const visitor = stranger(world)
  const { ceremony } = await passMailbox(world, visitor, owner.email)
  done(await visitor.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }))
  expect(await visitor.put('/api/password', { password: COMPOSED })).toMatchObject({
    status: 403,
    body: { code: 'confirmation_required' },
  })
})

test('V2.4.1 the check has its own limit per person', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  const answers = []
  for (let count = 0; count < 62; count += 1)
    answers.push((await ada.client.post('/api/password/check', { password: 'x' })).status)
  expect(answers.filter((status) => status === 429)).toHaveLength(2)
  expect(await bob.client.post('/api/password/check', { password: 'x' })).toMatchObject({ status: 200 })
  expect(await makeClient(world).post('/api/password/check', { password: 'x' })).toMatchObject({ status: 401 })
})
