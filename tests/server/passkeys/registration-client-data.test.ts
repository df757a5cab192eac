import { describe, expect, test } from 'vitest'
import type { RegistrationTwist } from '#tests/helpers/authenticator.ts'
import {
  asArray,
  invalidUtf8,
  withByteOrderMark,
  withDuplicate,
} from '#tests/helpers/authenticator/hostile/client-data.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { register, ROADS } from '#tests/server/passkeys/steps.ts'

/** A world behind https with a parent domain as RP ID, whose letters can be read. */
function worldBehindHttps(): TestWorld {
  return makeWorld({}, { origin: 'https://id.example.com', local: false, rp: { id: 'example.com', name: 'Latchkey' } })
}

const NOT_OUR_ORIGIN = [
  'https://evil.example',
  'http://id.example.com',
  'https://id.example.com:8443',
  'https://id.example.com:443',
  'https://id.example.com/',
  'https://id.example.com/account',
  'https://evil.id.example.com',
  'https://example.com',
  'https://other.example.com',
  'https://ID.example.com',
  'https://id.example.com.',
  'https://id.example.com.evil.example',
  'https://xn--d-0ja.example.com',
  'https://\u0456d.example.com',
  'null',
  '',
  'android:apk-key-hash:pNiP5iKyQ8JwgGOaKA1zGPUPJIS-0H1xKCQcfIoGLck',
]

describe.each(Object.entries(ROADS))('the client data of a new passkey, %s:', (_, road) => {
  test('an honest one is accepted', async () => {
    expect(await register(await road(worldBehindHttps()))).toMatchObject({ status: 201 })
  })

  test('R5 a byte order mark before it is accepted', async () => {
    expect(await register(await road(makeWorld()), { clientDataRaw: withByteOrderMark })).toMatchObject({ status: 201 })
  })

  test('R10 a missing cross-origin member, as from older browsers, is accepted', async () => {
    const { authenticator, options, finish } = await road(makeWorld())
    const credential = authenticator.create(options, {
      clientData: ({ type, challenge, origin }) => ({ type, challenge, origin }),
    })
    expect(await finish(credential)).toMatchObject({ status: 201 })
  })

  test.each<[string, RegistrationTwist]>([
    ['R5 text that is not UTF-8', { clientDataRaw: invalidUtf8 }],
    ['R6 text that is not JSON', { clientDataRaw: (honest) => honest.subarray(0, -1) }],
    ['R6 JSON followed by more', { clientDataRaw: (honest) => Buffer.concat([honest, Buffer.from('{}')]) }],
    ['R6 an array', { clientDataRaw: asArray }],
    ['R6 an array of one', { clientData: (honest) => [honest] }],
    ['R6 null', { clientData: () => null }],
    ['R6 a number', { clientData: () => 7 }],
    ['R6 the origin twice', { clientDataRaw: withDuplicate('origin', 'https://evil.example') }],
    ['R6 cross-origin twice', { clientDataRaw: withDuplicate('crossOrigin', true) }],
    ['R6 the origin twice, once in escapes', { clientDataRaw: escapedTwin }],
    ['R7 the type of an assertion', { clientData: (honest) => ({ ...honest, type: 'webauthn.get' }) }],
    ['R7 no type', { clientData: (honest) => ({ ...honest, type: undefined }) }],
    ['R8 another challenge', { clientData: (honest) => ({ ...honest, challenge: 'A'.repeat(43) }) }],
    ['R8 a challenge cut short', { clientData: (honest) => ({ ...honest, challenge: honest.challenge.slice(0, -1) }) }],
    ['R8 an empty challenge', { clientData: (honest) => ({ ...honest, challenge: '' }) }],
    ['R8 no challenge', { clientData: (honest) => ({ ...honest, challenge: undefined }) }],
    ['R8 null for a challenge', { clientData: (honest) => ({ ...honest, challenge: null }) }],
    ['R10 a frame of another site', { clientData: (honest) => ({ ...honest, crossOrigin: true }) }],
    ['R10 a frame of another site, as a text', { clientData: (honest) => ({ ...honest, crossOrigin: 'true' }) }],
    [
      'R11 a foreign top origin in a frame',
      { clientData: (honest) => ({ ...honest, crossOrigin: true, topOrigin: 'https://evil.example' }) },
    ],
    [
      'R11 a foreign top origin and no frame',
      { clientData: (honest) => ({ ...honest, topOrigin: 'https://evil.example' }) },
    ],
    ['R11 our own origin as the top one', { clientData: (honest) => ({ ...honest, topOrigin: honest.origin }) }],
  ])('%s is refused', async (_, twist) => {
    const world = makeWorld()
    const there = await road(world)
    expect(await leavingAllAsItWas(world, () => register(there, twist))).toMatchObject({
      status: 422,
      body: { code: 'passkey_refused' },
    })
  })

  test.each(NOT_OUR_ORIGIN)('R9 the origin %j is refused', async (origin) => {
    const world = worldBehindHttps()
    const there = await road(world)
    const answer = await leavingAllAsItWas(world, () =>
      register(there, { clientData: (honest) => ({ ...honest, origin }) }),
    )
    expect(answer).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
  })

  test('R9 a related origin is accepted only if the operator configured it', async () => {
    const related = 'https://id.example.net'
    const config = { origin: 'https://id.example.com', local: false, rp: { id: 'example.com', name: 'Latchkey' } }
    const twist: RegistrationTwist = { clientData: (honest) => ({ ...honest, origin: related }) }
    expect(await register(await road(makeWorld({}, config)), twist)).toMatchObject({ status: 422 })
    expect(await register(await road(makeWorld({}, { ...config, relatedOrigins: [related] })), twist)).toMatchObject({
      status: 201,
    })
  })
})

/** Writes another origin before the honest one, its name spelled with an escape. */
function escapedTwin(honest: Buffer): Buffer {
  return Buffer.concat([Buffer.from('{"\\u006frigin":"https://evil.example",'), honest.subarray(1)])
}
