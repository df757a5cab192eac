import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  eventKinds,
  letterNames,
  passMailbox,
  STEP,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import { offered } from '#tests/server/totp/enrol-steps.ts'

describe('T5 an authenticator app', () => {
  test('is turned on by a valid code, and not before', async () => {
    const world = makeWorld()
    const { client, userId, email } = await signUp(world)
    const { ceremony, secret } = await offered(client)
    expect(
      await leavingAllAsItWas(world, () =>
        client.post('/api/totp/confirm', { ceremony, code: wrongCode(secret, world.now()) }),
      ),
    ).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    expect(await rows(world, 'select * from totp')).toEqual([])
    expect(await client.post('/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) })).toMatchObject({
      status: 204,
    })
    expect(await rows(world, 'select user_id from totp')).toEqual([{ user_id: userId }])
    expect(await eventKinds(world, userId)).toEqual(['account_created', 'totp_on'])
    expect(await letterNames(world, email)).toEqual(['sign-up-code', 'totp-on'])
  })

  test('that was never confirmed is not required and not accepted', async () => {
    const world = makeWorld()
    const { client, authenticator, email } = await signUp(world)
    const { secret } = await offered(client)
    expect(await signIn(makeClient(world), authenticator)).toMatchObject({ status: 200 })
    const visitor = stranger(world)
    const pass = await passMailbox(world, visitor, email)
    expect(pass.ways).toEqual([])
    expect(
      await visitor.post('/api/recovery/second-step', { ceremony: pass.ceremony, code: codeAt(secret, world.now()) }),
    ).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
  })

  test('keeps working while another one is only offered', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    const old = await turnOnTotp(world, client)
    const other = await offered(client)
    world.turnClock(2 * STEP)
    const visitor = stranger(world)
    const { ceremony } = await passMailbox(world, visitor, email)
    expect(
      await visitor.post('/api/recovery/second-step', { ceremony, code: codeAt(other.secret, world.now()) }),
    ).toMatchObject({ status: 401 })
    expect(await visitor.post('/api/recovery/second-step', { ceremony, code: codeAt(old, world.now()) })).toMatchObject(
      { status: 200 },
    )
  })

  test('offered before another was turned on cannot replace it', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const abandoned = await offered(client)
    world.turnClock(1)
    await turnOnTotp(world, client)
    const kept = await rows(world, 'select * from totp')
    expect(
      await client.post('/api/totp/confirm', {
        ceremony: abandoned.ceremony,
        code: codeAt(abandoned.secret, world.now()),
      }),
    ).toMatchObject({ status: 410 })
    expect(await rows(world, 'select * from totp')).toEqual(kept)
  })
})
