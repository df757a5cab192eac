import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { decoyFor } from '#server/passkeys/decoy.ts'
import { verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

describe('a sign-in', () => {
  test('A6b refuses an answer without a user handle', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const answer = await leavingAllAsItWas(
      world,
      () => signIn(makeClient(world), authenticator, { userHandle: null }),
      { but: ['events'] },
    )
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
  })

  test('A6b refuses one person’s passkey with another’s user handle', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const [his] = bob.authenticator.passkeys
    for (const userHandle of [his?.userHandle, randomBytes(64), randomBytes(1)]) {
      const answer = await leavingAllAsItWas(
        world,
        () => signIn(makeClient(world), ada.authenticator, { userHandle }),
        { but: ['events'] },
      )
      expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
    }
  })

  test('A6b refuses one person’s signature under another’s passkey', async () => {
    const world = makeWorld()
    const [victim, thief] = [await signUp(world), await signUp(world)]
    const [hers] = victim.authenticator.passkeys
    const twist = { outerId: hers?.credentialId, userHandle: hers?.userHandle }
    const answer = await leavingAllAsItWas(world, () => signIn(makeClient(world), thief.authenticator, twist), {
      but: ['events'],
    })
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
  })

  test('A6a refuses an answer with different id and rawId', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const his = bob.authenticator.passkeys[0]?.credentialId.toString('base64url')
    const answer = await leavingAllAsItWas(
      world,
      () => signIn(makeClient(world), ada.authenticator, { response: (honest) => ({ ...honest, rawId: his }) }),
      { but: ['events'] },
    )
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
  })

  test('A24 stores a failure with its cause for the owner, and the answer does not reveal it', async () => {
    const world = makeWorld()
    const { authenticator, userId } = await signUp(world)
    const answer = await signIn(makeClient(world), authenticator, { signature: flippedBit })
    expect(Object.keys(answer.body).sort()).toEqual(['code', 'status', 'title', 'type'])
    const events = await rows<{ kind: string; details: string }>(
      world,
      'select kind, details from events where user_id = ? order by seq desc limit 1',
      userId,
    )
    expect(events).toEqual([{ kind: 'sign_in_failed', details: expect.stringContaining('"cause":"signature"') }])
  })

  test('A24 does not change counter, flags and last use when it fails', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    world.turnClock(1_000)
    const answer = await leavingAllAsItWas(
      world,
      () => signIn(makeClient(world), authenticator, { signature: flippedBit, signCount: 50, flags: { bs: false } }),
      { but: ['events'] },
    )
    expect(answer).toMatchObject({ status: 401 })
  })

  test('A25 answers an unknown passkey like a wrong signature, except for the code', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const wrong = await signIn(makeClient(world), authenticator, { signature: flippedBit })
    const unknown = await signIn(makeClient(world), authenticator, { outerId: randomBytes(32) })

    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect([wrong.body.code, unknown.body.code]).toEqual(['sign_in_failed', 'unknown_passkey'])
    expect([...unknown.headers.keys()].sort()).toEqual([...wrong.headers.keys()].sort())
    expect(Object.keys(unknown.body)).toEqual(Object.keys(wrong.body))
  })

  test('A25 calls a passkey unknown only if no account has it, whatever else is wrong', async () => {
    const world = makeWorld()
    const { authenticator, client } = await signUp(world)
    world.turnClock(1)
    await addPasskey(client, makeAuthenticator(world))
    for (const twist of [
      { signature: flippedBit },
      { userHandle: null },
      { flags: { uv: false } },
      { rpId: 'evil.example' },
    ]) {
      expect(await signIn(makeClient(world), authenticator, twist)).toMatchObject({ body: { code: 'sign_in_failed' } })
    }
    const [{ id }] = (await rows<{ id: string }>(world, 'select id from passkeys order by created_at limit 1')) as [
      { id: string },
    ]
    expect(await client.delete(`/api/passkeys/${id}`)).toMatchObject({ status: 200 })
    expect(await signIn(makeClient(world), authenticator)).toMatchObject({
      status: 409,
      body: { code: 'way_retired' },
    })
    await world.db.transaction((tx) => tx.run('delete from retired'))
    expect(await signIn(makeClient(world), authenticator)).toMatchObject({
      status: 401,
      body: { code: 'unknown_passkey' },
    })
  })

  test('A25 verifies a signature of an unknown passkey with a decoy key, so that the time is the same', async () => {
    const world = makeWorld()
    const authenticator = makeAuthenticator(world, { algorithm: -7 })
    await signUp(world, { authenticator })
    const { options } = await readyToSignIn(makeClient(world))
    const credential = authenticator.get(options)
    const decoy = decoyFor(credential)
    const judged = verifyAssertion(world.config, credential, {
      challenge: options.challenge,
      ...decoy,
      handleRequired: true,
    })
    expect(judged).toEqual({ verified: false, cause: 'signature' })
  })

  test('A25 spends the ceremony for an unknown passkey as for a wrong signature', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    for (const twist of [{ outerId: randomBytes(32) }, { signature: flippedBit }]) {
      const client = makeClient(world)
      const { ceremony, options } = await readyToSignIn(client)
      expect(
        await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options, twist) }),
      ).toMatchObject({ status: 401 })
      expect(await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })).toMatchObject({
        status: 410,
      })
    }
  })
})
