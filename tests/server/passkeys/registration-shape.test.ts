import { describe, expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { register, ROADS } from '#tests/server/passkeys/steps.ts'

type Json = Record<string, unknown>

describe.each(Object.entries(ROADS))('the registration response, %s:', (_, road) => {
  test.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['an array', []],
    ['a text', 'credential'],
    ['a number', 0],
    ['an empty object', {}],
    ['a response of null', { id: 'AA', rawId: 'AA', type: 'public-key', response: null }],
    ['a response without members', { id: 'AA', rawId: 'AA', type: 'public-key', response: {} }],
  ])('R3 %s in its place is refused', async (_, credential) => {
    const world = makeWorld()
    const { finish } = await road(world)
    expect(await leavingAllAsItWas(world, () => finish(credential))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test.each(['id', 'rawId', 'type', 'response', 'response.clientDataJSON', 'response.attestationObject'])(
    'R3 a missing or invalid %s is refused',
    async (path) => {
      const world = makeWorld()
      const { authenticator, options, finish } = await road(world)
      const honest = authenticator.create(options)
      for (const strange of [undefined, null, 7, '', 'not base64url!', [], {}, [['a']], true]) {
        const answer = await leavingAllAsItWas(world, () =>
          finish(withMember(honest as unknown as Json, path, strange)),
        )
        expect(answer, `${path}: ${JSON.stringify(strange)}`).toMatchObject({
          status: 400,
          body: { code: 'invalid_input' },
        })
      }
    },
  )

  test('R3 the response of a sign-in is refused', async () => {
    const world = makeWorld()
    const { authenticator, options, finish } = await road(world)
    authenticator.create(options)
    const assertion = authenticator.get({ challenge: options.challenge, rpId: options.rp.id })
    expect(await leavingAllAsItWas(world, () => finish(assertion))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  })

  test('R3 a response of a megabyte is refused', async () => {
    const world = makeWorld()
    const { authenticator, options, finish } = await road(world)
    const honest = authenticator.create(options)
    const answer = await leavingAllAsItWas(world, () =>
      finish({ ...honest, response: { ...honest.response, attestationObject: 'A'.repeat(1_000_000) } }),
    )
    expect(answer).toMatchObject({ status: 413, body: { code: 'too_large' } })
  })

  test.each([
    ['an attestation object that is not CBOR', { attestationObject: 'QUFB' }],
    ['an attestation object that is a number', { attestationObject: 'AA' }],
    ['an attestation object that is an empty map', { attestationObject: 'oA' }],
    ['client data that is not JSON', { clientDataJSON: 'QUFB' }],
  ])('R3 %s is refused', async (_, members) => {
    const world = makeWorld()
    const there = await road(world)
    const answer = await leavingAllAsItWas(world, () =>
      register(there, { response: (honest) => ({ ...honest, response: { ...honest.response, ...members } }) }),
    )
    expect(answer).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
  })

  test('R28 unknown members are ignored', async () => {
    const answer = await register(await road(makeWorld()), {
      response: (honest) => ({
        ...honest,
        clientExtensionResults: {
          credProps: { rk: true },
          prf: { enabled: true },
          largeBlob: { blob: 'A'.repeat(10_000) },
          unknown: [[{}]],
        },
        authenticatorAttachment: 'somewhere else',
        isAdmin: true,
        response: { ...honest.response, publicKey: 'not a key', publicKeyAlgorithm: 'none' },
      }),
    })
    expect(answer).toMatchObject({ status: 201 })
  })
})

function withMember(object: Json, path: string, value: unknown): Json {
  const [name = '', ...rest] = path.split('.')
  return { ...object, [name]: rest.length > 0 ? withMember(object[name] as Json, rest.join('.'), value) : value }
}
