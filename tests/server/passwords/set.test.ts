import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  done,
  eventKinds,
  letterNames,
  MINUTE,
  PASSWORD,
  signUpWithApp,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'
import { COMPOSED } from '#tests/server/passwords/set-steps.ts'

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

  test('§6.3 needs a fresh confirmation to set it', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    await turnOnTotp(world, client)
    world.turnClock(10 * MINUTE + 1)
    const act = () => client.put('/api/password', { password: COMPOSED })
    expect(await leavingAllAsItWas(world, act, { but: ['sessions'] })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
    expect(await rows(world, 'select * from passwords')).toEqual([])
  })

  test.each([
    ['change', 'PUT', { password: COMPOSED }, { act: 'replace_password' }, { act: 'remove_password' }],
    ['remove', 'DELETE', undefined, { act: 'remove_password' }, { act: 'replace_password' }],
  ] as const)('§6.3 needs a touch for it to %s it', async (_, method, body, its, another) => {
    const world = makeWorld()
    const { client, authenticator } = await signUpWithApp(world)
    const before = await rows(world, 'select * from passwords')
    const act = () => client.send(method, '/api/password', body)
    const refusal = { status: 403, body: { code: 'touch_required', ...its } }
    expect(await leavingAllAsItWas(world, act), 'freshly confirmed').toMatchObject(refusal)
    done(await touch(client, authenticator, another))
    expect(await leavingAllAsItWas(world, act), 'a touch for another act').toMatchObject(refusal)
    expect(await rows(world, 'select * from passwords')).toEqual(before)
    done(await touch(client, authenticator, its))
    expect(await act()).toMatchObject({ status: 204 })
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
