import { describe, expect, test } from 'vitest'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToConfirm } from '#tests/server/passkeys/steps.ts'
import { beforeTransaction } from '#tests/server/second-factor/steps.ts'
import { FRESH_MS, MISSING } from '#tests/server/sign-in/confirmation-steps.ts'

describe('a confirmation', () => {
  test('S6 gives the session a new token, and the old one is refused at once', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const before = client.copy()
    const { session } = (await client.get('/api/session')).body as { session: { id: string; expiresAt: number } }
    world.turnClock(1_000)
    expect(await confirm(client, authenticator)).toMatchObject({ status: 204 })

    expect(await before.get('/api/session')).toMatchObject({ status: 401 })
    expect((await client.get('/api/session')).body).toMatchObject({
      session: { id: session.id, expiresAt: session.expiresAt, confirmedAt: world.now() },
    })
  })

  test.each(['a wrong signature', 'a wrong person'])(
    'S8 is refused for %s, and the session does not change',
    async (what) => {
      const world = makeWorld()
      const [{ client, authenticator }, stranger] = [await signUp(world), await signUp(world)]
      world.turnClock(FRESH_MS + 1)
      const { ceremony, options } = await readyToConfirm(client)
      const credential =
        what === 'a wrong signature'
          ? authenticator.get(options, { signature: flippedBit })
          : stranger.authenticator.get(options, { passkey: stranger.authenticator.passkeys[0] })
      const answer = await client.post('/api/confirmation', { ceremony, credential })
      expect(answer).toMatchObject({ status: 403, body: { code: 'confirmation_failed' } })
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await client.delete('/api/sessions')).toMatchObject(MISSING)
      expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    },
  )

  test('S8 counts for one session, and not for another of the same person', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const other = makeClient(world)
    await signIn(other, authenticator)
    world.turnClock(FRESH_MS + 1)
    await confirm(client, authenticator)
    expect(await other.delete('/api/sessions')).toMatchObject(MISSING)
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200 })
  })

  test('is refused without a session', async () => {
    const client = makeClient(makeWorld())
    expect(await client.post('/api/confirmation/options')).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
  })

  test('is refused if the session has ended since the beginning', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    const other = makeClient(world)
    await signIn(other, authenticator)
    await other.delete('/api/sessions')
    expect(await client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) })).toMatchObject({
      status: 401,
    })
  })

  test('is refused if the session ends while the answer is verified', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    // The first transaction counts the attempt, the second confirms.
    beforeTransaction(world, 2, (transaction) => transaction((tx) => tx.run('delete from sessions')))
    const answer = await leavingAllAsItWas(
      world,
      () => client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) }),
      { but: ['sessions'] },
    )
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  })

  test('is refused with a passkey that is removed while the answer is verified', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    beforeTransaction(world, 2, (transaction) => transaction((tx) => tx.run('delete from passkeys')))
    expect(await client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
  })

  test('S9 does not extend the session', async () => {
    const world = makeWorld({ SESSION_IDLE: '2h', SESSION_MAX: '2h' })
    const { client, authenticator } = await signUp(world)
    world.turnClock(119 * 60_000)
    const answer = await confirm(client, authenticator)
    expect(answer.headers.getSetCookie().join()).toContain('Max-Age=60;')
    world.turnClock(60_000)
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })
})
