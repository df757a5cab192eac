import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, mailedCode, MINUTE, PASSWORD, signUpWithApp, stranger } from '#tests/server/second-factor/steps.ts'
import { FAILED, tryWith } from '#tests/server/sign-in/password-steps.ts'

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
