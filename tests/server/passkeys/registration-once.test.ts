import { describe, expect, test } from 'vitest'
import { garbageCertificate, noneWithStatement, stating } from '#tests/helpers/authenticator/hostile/attestations.ts'
import type { Authenticator, RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { encodePairs } from '#tests/helpers/authenticator/cbor.ts'
import { type Answer, makeClient } from '#tests/helpers/client.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { type CreationOptions, readyToAdd, readyToSignUp } from '#tests/server/passkeys/steps.ts'
import { becomeReady, readyToFinish } from '#tests/server/recoveries/steps.ts'

type Road = { authenticator: Authenticator; options: CreationOptions; finish: (credential: unknown) => Promise<Answer> }

const IP = '192.0.2.44'

/** Every flow that registers a passkey, from one IP. */
const ROADS: Record<string, (world: TestWorld) => Promise<Road>> = {
  async 'at sign-up'(world) {
    const client = makeClient(world, { ip: IP })
    const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
    return road(world, options, (credential) => client.post('/api/sign-up/passkey', { ceremony, credential }))
  },
  async 'when adding'(world) {
    const { client } = await signUp(world, { client: makeClient(world, { ip: IP }) })
    const { ceremony, options } = await readyToAdd(client)
    return road(world, options, (credential) => client.post('/api/passkeys', { ceremony, credential }))
  },
  async 'at the end of a recovery'(world) {
    const owner = await signUp(world)
    const { client, pass } = await becomeReady(world, owner)
    const { ceremony, options } = await readyToFinish(world, { client, pass })
    return road(world, options, (credential) => client.post('/api/recovery/finish', { ceremony, credential }))
  },
}

function road(world: TestWorld, options: CreationOptions, finish: Road['finish']): Road {
  return { authenticator: makeAuthenticator(world), options, finish }
}

const OVER = { status: 410, body: { code: 'ceremony_over' } }
const REFUSED = { status: 422, body: { code: 'passkey_refused' } }

describe.each(Object.entries(ROADS))('a registration that is refused, %s,', (_, open) => {
  test.each<[string, RegistrationTwist]>([
    ['its statement', { attestation: noneWithStatement }],
    ['its certificate', { attestation: garbageCertificate }],
    ['its challenge', { clientData: (honest) => ({ ...honest, challenge: 'AAAA' }) }],
    ['its relying party', { rpId: 'evil.example' }],
    ['its key', { coseKey: (honest) => new Map(honest).set(3, -35) }],
  ])('R13 spends its ceremony: %s', async (_, twist) => {
    const world = makeWorld()
    const { authenticator, options, finish } = await open(world)
    expect(await leavingAllAsItWas(world, () => finish(authenticator.create(options, twist)))).toMatchObject(REFUSED)
    expect(await leavingAllAsItWas(world, () => finish(authenticator.create(options, twist)))).toMatchObject(OVER)
    expect(await leavingAllAsItWas(world, () => finish(authenticator.create(options)))).toMatchObject(OVER)
  })

  test('R13 spends it also when many come at once: each is refused, and the ceremony is over', async () => {
    const world = makeWorld()
    const { authenticator, options, finish } = await open(world)
    const hostile = authenticator.create(options, { attestation: noneWithStatement })
    const answers = await atOnce(8, () => finish(hostile))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 410]))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(1)
    expect(await finish(authenticator.create(options))).toMatchObject(OVER)
  })

  test('L1 counts like a sign-in, whatever is wrong with it', async () => {
    const world = makeWorld()
    const { authenticator, options, finish } = await open(world)
    world.turnClock(60_000)
    const hostile = authenticator.create(options, { attestation: noneWithStatement })
    for (let count = 1; count <= 60; count += 1) expect((await finish(hostile)).status).toBe(count === 1 ? 422 : 410)
    expect(await finish(hostile)).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
  })

  test('is refused for its size before anything is read, and then the ceremony is not spent', async () => {
    const world = makeWorld()
    const { authenticator, options, finish } = await open(world)
    const crowd = encodePairs(Array.from({ length: 8_500 }, (_, index) => [index, 0]))
    const honest = authenticator.create(options)
    for (const attestationObject of [crowd.toString('base64url'), 'A'.repeat(8_193)]) {
      const answer = await finish({ ...honest, response: { ...honest.response, attestationObject } })
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    }
    expect((await finish(honest)).status).toBeLessThan(300)
  })
})

test.each(['fido-u2f', 'android-key', 'android-safetynet', 'tpm', 'apple', 'compound', 'packed'])(
  'R21 the statement of the format %s is not read: a certificate in it is refused like anything else',
  async (fmt) => {
    const world = makeWorld()
    const { authenticator, options, finish } = await (ROADS['when adding'] ?? (() => Promise.reject(new Error())))(
      world,
    )
    const x5c = [Buffer.from('3082', 'hex'), Buffer.alloc(2_000, 0x30)]
    const attestation = stating(fmt, { x5c, alg: -7, sig: Buffer.alloc(70, 1), ver: '2.0' })
    expect(await finish(authenticator.create(options, { attestation }))).toMatchObject(REFUSED)
  },
)
