import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  mailedCode,
  MINUTE,
  PASSWORD,
  passPassword,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

const FAILED = { status: 401, body: { code: 'sign_in_failed' } }

async function tryWith(world: TestWorld, email: string, password = 'not the one at all') {
  return stranger(world).post('/api/sign-in/password', { email, password })
}

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
    expect([...client.cookies.keys()]).toEqual(['latchkey-browser'])
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

describe('a wrong password', () => {
  test('V16.3.1 stores an event for the owner without the password', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    expect(await tryWith(world, owner.email, 'my other password')).toMatchObject(FAILED)
    expect(await rows(world, `select details from events where kind = 'password_wrong'`)).toEqual([{ details: '{}' }])
    expect(world.logged.join()).not.toContain('my other password')
  })

  test('E1 is refused like an unknown address and like an account without a password', async () => {
    const world = makeWorld()
    const [owner, without] = [await signUpWithApp(world), await signUp(world)]
    const answers = []
    for (const email of [owner.email, without.email, 'nobody@example.com']) answers.push(await tryWith(world, email))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers[0]).toMatchObject(FAILED)
  })
})

describe.each([
  ['a known address', async (world: TestWorld) => (await signUpWithApp(world)).email],
  ['an unknown address', async () => 'nobody@example.com'],
])('the limit on passwords for %s:', (_, make) => {
  test('V6.3.1 five are checked within fifteen minutes, to the millisecond', async () => {
    const world = makeWorld()
    const email = await make(world)
    for (let count = 1; count <= 5; count += 1) expect(await tryWith(world, email)).toMatchObject(FAILED)
    const refused = await tryWith(world, email, PASSWORD)
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts', retryAfter: 900 } })
    world.turnClock(15 * MINUTE - 1)
    expect(await tryWith(world, email.toUpperCase(), PASSWORD)).toMatchObject({ status: 429 })
    world.turnClock(1)
    expect((await tryWith(world, email)).status).toBe(401)
  })

  test('L1 no more than five are checked at the same moment', async () => {
    const world = makeWorld()
    const email = await make(world)
    const answers = await atOnce(40, () => tryWith(world, email))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(35)
  })
})

describe('the count of wrong passwords', () => {
  test('covers all addresses of the account without revealing that they belong together', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client } = owner
    const { body } = await client.post('/api/emails', { email: 'second@example.com' })
    done(
      await client.post('/api/emails/code', {
        ceremony: body.ceremony,
        code: await mailedCode(world, 'second@example.com', 'email-code'),
      }),
    )
    for (let count = 1; count <= 5; count += 1) expect(await tryWith(world, owner.email)).toMatchObject(FAILED)
    expect(await tryWith(world, 'second@example.com', PASSWORD), 'the right one, like a wrong one').toMatchObject(
      FAILED,
    )
    world.turnClock(15 * MINUTE)
    expect(await tryWith(world, 'second@example.com', PASSWORD)).toMatchObject({ status: 200 })
  })

  test('is reset by the right one', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    for (let round = 1; round <= 2; round += 1) {
      for (let count = 1; count <= 4; count += 1) expect(await tryWith(world, owner.email)).toMatchObject(FAILED)
      expect(await tryWith(world, owner.email, PASSWORD)).toMatchObject({ status: 200 })
    }
  })

  test('L5 does not block the passkey or the mailbox', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    for (let count = 1; count <= 6; count += 1) await tryWith(world, owner.email)
    expect(await signIn(makeClient(world), owner.authenticator)).toMatchObject({ status: 200 })
    expect(await stranger(world).post('/api/recovery', { email: owner.email })).toMatchObject({ status: 202 })
  })
})

test.each([null, 5, [], {}, '', 'no address', 'a@b@c.example', 'x'.repeat(400)])(
  'an address that is %j is refused as invalid input and not counted',
  async (email) => {
    const world = makeWorld()
    expect(await makeClient(world).post('/api/sign-in/password', { email, password: PASSWORD })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
    expect(await rows(world, 'select * from limits')).toEqual([])
  },
)
