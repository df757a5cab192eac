import { describe, expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, MINUTE, wrongCode } from '#tests/server/second-factor/steps.ts'
import { offered } from '#tests/server/totp/enrol-steps.ts'

describe('an offer', () => {
  test('works for five minutes, to the millisecond', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    for (const [age, status] of [
      [5 * MINUTE, 410],
      [5 * MINUTE - 1, 204],
    ] as const) {
      const { ceremony, secret } = await offered(client)
      world.turnClock(age)
      await confirm(client, authenticator)
      expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
        status,
      })
    }
  })

  test('works once for several confirmations at the same time', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const { ceremony, secret } = await offered(client)
    const code = codeAt(secret, world.now())
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.post('/api/totp/confirm', { ceremony, code })),
    )
    expect(statusesOf(answers)).toEqual([204, 410, 410, 410, 410])
  })

  test('is over after five wrong codes, even for the right one', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const { ceremony, secret } = await offered(client)
    const code = wrongCode(secret, world.now())
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post('/api/totp/confirm', { ceremony, code })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 429,
    })
  })

  test('is bound to the session that asked for it, not only to the browser', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, secret } = await offered(client)
    await client.delete('/api/session')
    await signIn(client, authenticator)
    expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })

  test('is refused if altered, for another purpose or in another browser', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, secret } = await offered(client)
    const other = makeClient(world)
    await signIn(other, authenticator)
    const code = codeAt(secret, world.now())
    const { body } = await client.post('/api/passkeys/options')
    for (const [who, sealed] of [
      [other, ceremony],
      [client, `${ceremony}x`],
      [client, String(body.ceremony)],
    ] as const) {
      expect(await who.post('/api/totp/confirm', { ceremony: sealed, code })).toMatchObject({
        status: 410,
        body: { code: 'ceremony_over' },
      })
    }
  })

  test('§6.3 needs a fresh confirmation at the beginning and at the end', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(10 * MINUTE)
    const { ceremony, secret } = await offered(client)
    world.turnClock(1)
    expect(await client.post('/api/totp')).toMatchObject({ status: 403, body: { code: 'confirmation_required' } })
    expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
  })
})
