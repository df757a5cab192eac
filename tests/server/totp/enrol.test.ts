import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { type Client, makeClient, statusesOf } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  eventKinds,
  letterNames,
  MINUTE,
  passMailbox,
  STEP,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'

type Offer = { ceremony: string; secret: string; uri: string; qr: string }

async function offered(client: Client): Promise<Offer> {
  return (await client.post('/api/totp')).body as Offer
}

function everythingKept(world: TestWorld): Buffer {
  const { dataDir } = world.config
  return Buffer.concat(
    readdirSync(dataDir)
      .filter((name) => name.startsWith('latchkey.sqlite'))
      .map((name) => readFileSync(join(dataDir, name))),
  )
}

test('T3 a secret is stored sealed: no file of the database holds its text or its bytes', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const secret = await turnOnTotp(world, client)
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
  const kept = everythingKept(world)
  expect(kept.includes(userId)).toBe(true)
  for (const plain of [
    secret,
    secret.toLowerCase(),
    bytes,
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ])
    expect(kept.includes(plain)).toBe(false)
})

test('T3 each offer has its own secret, and the server draws its QR code', async () => {
  const world = makeWorld()
  const { client, email } = await signUp(world)
  const [first, second] = [await offered(client), await offered(client)]
  expect(first.secret).not.toBe(second.secret)
  expect(first.uri).toContain(`secret=${first.secret}`)
  expect(decodeURIComponent(first.uri)).toContain(`otpauth://totp/Latchkey:${email}`)
  expect(first.qr).toMatch(/^<svg /)
  expect(first.qr.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
})

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

describe('S8 turning an app on', () => {
  test('is not a confirmation, and the app cannot confirm the session that added it', async () => {
    const world = makeWorld()
    const { client, authenticator, userId } = await signUp(world)
    await signIn(client, authenticator)
    world.turnClock(MINUTE)
    const secret = await turnOnTotp(world, client)
    world.turnClock(9 * MINUTE + 1)
    expect(await client.post('/api/backup-codes')).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
    expect((await client.post('/api/confirmation/options')).body.ways).toEqual(['passkey'])
    expect(await client.post('/api/confirmation', { code: codeAt(secret, world.now()) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    expect(await eventKinds(world, userId)).not.toContain('confirmed')
  })
})
