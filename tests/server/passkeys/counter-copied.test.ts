import { describe, expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn, register, ROADS, signUpCounting } from '#tests/server/passkeys/steps.ts'
import { passkeyRow } from '#tests/server/passkeys/counter-steps.ts'

describe('a copied passkey', () => {
  test('W12 is noticed when the copy with the lower counter signs in, and the passkey works again once its counter is ahead', async () => {
    const world = makeWorld()
    const { authenticator, client } = await signUpCounting(world)
    const thief = makeAuthenticator(world, { counter: 'counting' })
    thief.passkeys.push(...authenticator.passkeys.map((passkey) => ({ ...passkey })))

    for (const _ of [1, 2, 3]) expect(await signIn(makeClient(world), thief)).toMatchObject({ status: 200 })
    expect(await signIn(makeClient(world), authenticator)).toMatchObject({
      status: 401,
      body: { code: 'sign_in_failed' },
    })
    expect((await client.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ regressedAt: world.now() }] })

    for (const _ of [1, 2]) await signIn(makeClient(world), authenticator)
    expect(await signIn(makeClient(world), authenticator)).toMatchObject({ status: 200 })
    expect(await rows(world, 'select count(*) as n from passkeys')).toEqual([{ n: 1 }])
  })

  test('W14 signs in once with two simultaneous answers of the same counter', async () => {
    const world = makeWorld()
    const { authenticator } = await signUpCounting(world)
    const doors = await Promise.all(
      [makeClient(world), makeClient(world)].map(async (client) => ({ client, ...(await readyToSignIn(client)) })),
    )
    const answers = await Promise.all(
      doors.map(({ client, ceremony, options }) =>
        client.post('/api/sign-in', { ceremony, credential: authenticator.get(options, { signCount: 7 }) }),
      ),
    )
    expect(statusesOf(answers)).toEqual([200, 401])
    expect(await passkeyRow(world)).toMatchObject({ sign_count: 7, regressed_at: world.now() })
  })

  test('R27 starts from the counter of its registration', async () => {
    const world = makeWorld()
    const road = await ROADS['at sign-up'](world)
    await register(road, { signCount: 40 })
    expect(await signIn(makeClient(world), road.authenticator, { signCount: 40 })).toMatchObject({ status: 401 })
    expect(await signIn(makeClient(world), road.authenticator, { signCount: 41 })).toMatchObject({ status: 200 })
  })
})
