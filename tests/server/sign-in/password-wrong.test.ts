import { describe, expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { MINUTE, PASSWORD, signUpWithApp } from '#tests/server/second-factor/steps.ts'
import { FAILED, tryWith } from '#tests/server/sign-in/password-steps.ts'

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
