import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { register, ROADS } from '#tests/server/passkeys/steps.ts'

const GOOGLE = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'

describe.each(Object.entries(ROADS))('the record of a new passkey, %s', (_, road) => {
  test('R27 holds its id, key, counter, flags, transports and provider', async () => {
    const world = makeWorld()
    const there = await road(world)
    there.authenticator.settings.transports = ['usb', 'nfc']
    await register(there, { signCount: 7, aaguid: GOOGLE })

    const [made] = there.authenticator.passkeys
    const [row] = await rows(
      world,
      'select * from passkeys where credential_id = ?',
      made?.credentialId.toString('base64url') ?? '',
    )
    expect(row).toMatchObject({
      sign_count: 7,
      uv_initialized: 1,
      transports: '["usb","nfc"]',
      aaguid: GOOGLE,
      created_at: world.now(),
      last_used_at: null,
      last_used_ip: null,
      last_used_user_agent: null,
      regressed_at: null,
    })
    expect(Buffer.from(String(row?.public_key), 'base64url').length).toBeGreaterThan(30)
  })

  test.each([
    ['R18 holds the flags of a backed-up one', { be: true, bs: true }, { backup_eligible: 1, backup_state: 1 }],
    ['R18 holds the flags of a backup-eligible one', { be: true, bs: false }, { backup_eligible: 1, backup_state: 0 }],
    ['R19 holds the flags of a device-bound one', { be: false, bs: false }, { backup_eligible: 0, backup_state: 0 }],
  ])('%s', async (_, flags, expected) => {
    const world = makeWorld()
    const there = await road(world)
    expect(await register(there, { flags })).toMatchObject({ status: 201 })
    expect((await rows(world, 'select backup_eligible, backup_state from passkeys')).at(-1)).toEqual(expected)
  })

  test.each([1, 1_023])('R25 accepts an id of %i bytes, which can sign in', async (length) => {
    const world = makeWorld()
    const there = await road(world)
    expect(await register(there, { credentialId: randomBytes(length) })).toMatchObject({ status: 201 })
    expect(await signIn(makeClient(world), there.authenticator)).toMatchObject({ status: 200 })
  })

  test.each<[string, RegistrationTwist]>([
    ['R25 an id of 1024 bytes', { credentialId: randomBytes(1_024) }],
    ['R25 an id of 1024 bytes behind a shorter one', { credentialId: randomBytes(1_024), outerId: randomBytes(32) }],
    ['R25 an id of 20 000 bytes', { credentialId: randomBytes(20_000) }],
    ['R25 an id of 60 000 bytes', { credentialId: randomBytes(60_000) }],
    ['R25 an id of 60 000 bytes behind a shorter one', { credentialId: randomBytes(60_000), outerId: randomBytes(32) }],
    ['R25 no id', { credentialId: Buffer.alloc(0) }],
    ['R25 no id behind another one', { credentialId: Buffer.alloc(0), outerId: randomBytes(32) }],
    ['R26b another id outside', { outerId: randomBytes(32) }],
    ['R26b another raw id', { response: (honest) => ({ ...honest, rawId: randomBytes(32).toString('base64url') }) }],
    [
      'R26b another id beside the raw one',
      { response: (honest) => ({ ...honest, id: randomBytes(32).toString('base64url') }) },
    ],
    [
      'R26b an id that is longer by one character',
      { response: (honest) => ({ ...honest, id: `${honest.id}A`, rawId: `${honest.rawId}A` }) },
    ],
  ])('%s is refused', async (_, twist) => {
    const world = makeWorld()
    const there = await road(world)
    const answer = await leavingAllAsItWas(world, () => register(there, twist))
    expect([400, 413, 422]).toContain(answer.status)
    expect(['invalid_input', 'too_large', 'passkey_refused']).toContain(answer.body.code)
  })

  test('R26 refuses a victim’s id with another key', async () => {
    const world = makeWorld()
    const victim = await signUp(world)
    const there = await road(world)
    const [own] = victim.authenticator.passkeys
    const answer = await leavingAllAsItWas(world, () => register(there, { credentialId: own?.credentialId }))
    expect(answer).toMatchObject({ status: 409, body: { code: 'passkey_taken' } })
    expect(await signIn(makeClient(world), victim.authenticator)).toMatchObject({
      status: 200,
      body: { user: { id: victim.userId } },
    })
  })

  test('R26 refuses a victim’s id with the victim’s own public key', async () => {
    const world = makeWorld()
    const victim = await signUp(world)
    const there = await road(world)
    const [own] = victim.authenticator.passkeys
    const answer = await leavingAllAsItWas(world, () =>
      register(there, { credentialId: own?.credentialId, keyPair: own, algorithm: own?.algorithm }),
    )
    expect(answer).toMatchObject({ status: 409, body: { code: 'passkey_taken' } })
    expect(await signIn(makeClient(world), victim.authenticator)).toMatchObject({
      status: 200,
      body: { user: { id: victim.userId } },
    })
  })

  test('R26b refuses a victim’s id in place of the attested one', async () => {
    const world = makeWorld()
    const victim = await signUp(world)
    const there = await road(world)
    const [own] = victim.authenticator.passkeys
    expect(await leavingAllAsItWas(world, () => register(there, { outerId: own?.credentialId }))).toMatchObject({
      status: 422,
    })
  })

  test.each<[string, unknown, string[]]>([
    ['unknown words', ['<script>', 'internal', 'carrier-pigeon', '', '__proto__'], ['internal']],
    ['the same word many times', Array.from({ length: 16 }, () => 'usb'), ['usb']],
    ['nothing', undefined, []],
  ])('R27 stores only known transports, for %s', async (_, transports, kept) => {
    const world = makeWorld()
    const there = await road(world)
    expect(
      await register(there, { response: (honest) => ({ ...honest, response: { ...honest.response, transports } }) }),
    ).toMatchObject({ status: 201 })
    expect((await rows(world, 'select transports from passkeys')).at(-1)).toEqual({ transports: JSON.stringify(kept) })
  })

  test.each<[string, unknown]>([
    ['an object', { usb: true }],
    ['a text', 'usb'],
    ['a null', null],
    ['ten thousand words', Array.from({ length: 10_000 }, () => 'a')],
    ['a long word', ['a'.repeat(33)]],
    ['numbers', [1, 2]],
    ['lists', [['usb']]],
  ])('R27 refuses %s as transports', async (_, transports) => {
    const world = makeWorld()
    const there = await road(world)
    const answer = await leavingAllAsItWas(world, () =>
      register(there, { response: (honest) => ({ ...honest, response: { ...honest.response, transports } }) }),
    )
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })
})
