import { describe, expect, test } from 'vitest'
import { BROWSER } from '#tests/helpers/cookie-names.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  MINUTE,
  PASSWORD,
  passPassword,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

describe('a sign-in with a password', () => {
  test('opens a confirmed session with the usual lifetime', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client, answer } = await signInByPassword(world, owner)
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { email: owner.email }, accepted: { credentialIds: [expect.any(String)] } },
    })
    expect((await client.get('/api/session')).body.session).toMatchObject({
      way: 'password',
      confirmedAt: world.now(),
      expiresAt: world.now() + 30 * 24 * 60 * MINUTE,
    })
    expect(await letterNames(world, owner.email)).toContain('new-browser')
    expect(await eventKinds(world, owner.userId)).toContain('signed_in')
  })

  test('V6.2.10 accepts a password after ten years', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    world.turnClock(10 * 365 * 24 * 60 * MINUTE)
    expect((await signInByPassword(world, owner)).answer).toMatchObject({ status: 200 })
  })

  test('V6.3.3 opens no session before the second factor', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    await passPassword(client, owner.email)
    expect([...client.cookies.keys()]).toEqual([BROWSER])
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })

  test.each([
    [
      'changed',
      (world: TestWorld, owner: Awaited<ReturnType<typeof signUpWithApp>>) =>
        owner.client.put('/api/password', { password: `${PASSWORD} anew` }),
    ],
    [
      'set again to the same',
      (world: TestWorld, owner: Awaited<ReturnType<typeof signUpWithApp>>) =>
        owner.client.put('/api/password', { password: PASSWORD }),
    ],
    [
      'removed',
      (world: TestWorld, owner: Awaited<ReturnType<typeof signUpWithApp>>) => owner.client.delete('/api/password'),
    ],
  ])('W22 is refused if the password was %s between the two steps', async (_, act) => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await passPassword(client, owner.email)
    done(await act(world, owner))
    expect(
      await client.post('/api/sign-in/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }),
    ).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })
})
