import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { type Algorithm, generateRsaKeyPair } from '#tests/helpers/authenticator/algorithms.ts'
import { encode } from '#tests/helpers/authenticator/cbor.ts'
import { atOrigin, claiming, offCurve, promising, withExponentOne } from '#tests/helpers/authenticator/hostile/keys.ts'
import { forgedForExponentOne } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { register, ROADS } from '#tests/server/passkeys/steps.ts'

const rsa = generateRsaKeyPair(2_048)
const [weakest, weak] = [generateRsaKeyPair(512), generateRsaKeyPair(1_024)]
const exponentThree = generateKeyPairSync('rsa', { modulusLength: 2_048, publicExponent: 3 })

/** Every y coordinate of small order on Ed25519, little-endian, including the unreduced encoding. */
const SMALL_ORDER = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

describe.each(Object.entries(ROADS))('the key of a new passkey, %s:', (_, road) => {
  test.each<[string, RegistrationTwist]>([
    ['ES256', { algorithm: -7 }],
    ['EdDSA', { algorithm: -8 }],
    ['RS256', { algorithm: -257, keyPair: rsa }],
  ])('%s is accepted', async (_, twist) => {
    expect(await register(await road(makeWorld()), twist)).toMatchObject({ status: 201 })
  })

  test.each<[string, RegistrationTwist]>([
    ['R20 ES384, which was not offered', { algorithm: -35 }],
    ['R20 ES512, which was not offered', { algorithm: -36 }],
    ['R20 ML-DSA-44, which was not offered', { algorithm: -48 }],
    ['R20 RS1, which was not offered', { algorithm: -65_535, keyPair: rsa }],
    ['R20 an RSA key that claims RS384', { algorithm: -257, keyPair: rsa, coseKey: claiming(-258) }],
    ['R20 an unknown algorithm', { coseKey: claiming(-99_999) }],
    ['R20 no algorithm at all', { coseKey: (honest) => new Map([...honest].filter(([label]) => label !== 3)) }],
    ['R20 an elliptic key that claims RS256', { algorithm: -7, coseKey: claiming(-257) }],
    ['R20 an elliptic key that claims EdDSA', { algorithm: -7, coseKey: claiming(-8) }],
    ['R20 an RSA key that claims ES256', { algorithm: -257, keyPair: rsa, coseKey: claiming(-7) }],
    ['R20 an RSA key that claims EdDSA', { algorithm: -257, keyPair: rsa, coseKey: claiming(-8) }],
    ['R20 an Edwards key that claims ES256', { algorithm: -8, coseKey: claiming(-7) }],
    ['R20 a P-384 key that claims ES256', { algorithm: -35, coseKey: claiming(-7) }],
    ['R+ a point off its curve', { algorithm: -7, coseKey: offCurve }],
    ['R+ the point (0, 0)', { algorithm: -7, coseKey: atOrigin }],
    ['R13 a coordinate that announces more bytes than there are', { algorithm: -7, coseKey: promising(34) }],
    ['R13 a coordinate that announces far more bytes than there are', { algorithm: -7, coseKey: promising(255) }],
    ['R+ a coordinate cut short', { algorithm: -7, coseKey: (honest) => new Map(honest).set(-2, Buffer.alloc(31, 1)) }],
    [
      'R+ a coordinate that is too long',
      { algorithm: -7, coseKey: (honest) => new Map(honest).set(-3, Buffer.alloc(33, 1)) },
    ],
    ['R+ a P-256 point labelled as P-384', { algorithm: -7, coseKey: (honest) => new Map(honest).set(-1, 2) }],
    ['R+ a point that is a number', { algorithm: -7, coseKey: (honest) => new Map(honest).set(-2, 4) }],
    ['R+ RSA of 512 bits', { algorithm: -257, keyPair: weakest }],
    ['R+ RSA of 1024 bits', { algorithm: -257, keyPair: weak }],
    ['R+ RSA with the exponent 1', { algorithm: -257, keyPair: rsa, coseKey: withExponentOne }],
    ['R+ RSA with the exponent 3', { algorithm: -257, keyPair: exponentThree }],
    [
      'R+ RSA with an even exponent',
      { algorithm: -257, keyPair: rsa, coseKey: (honest) => new Map(honest).set(-2, Buffer.from([1, 0, 2])) },
    ],
    [
      'R+ RSA without a modulus',
      { algorithm: -257, keyPair: rsa, coseKey: (honest) => new Map(honest).set(-1, Buffer.alloc(0)) },
    ],
    ['R+ an empty key', { coseKey: () => encode(new Map()) }],
    ['R+ a key that is not a map', { coseKey: () => encode([1, 2, 3]) }],
  ])('%s is refused', async (_, twist) => {
    const world = makeWorld()
    const there = await road(world)
    expect(await leavingAllAsItWas(world, () => register(there, twist))).toMatchObject({
      status: 422,
      body: { code: 'passkey_refused' },
    })
  })
})

test.each(SMALL_ORDER)('R+ the Edwards point %s, for which anyone can sign, is refused', async (point) => {
  const world = makeWorld()
  const road = await ROADS['when adding'](world)
  const answer = await leavingAllAsItWas(world, () =>
    register(road, { algorithm: -8, coseKey: (honest) => new Map(honest).set(-2, Buffer.from(point, 'hex')) }),
  )
  expect(answer).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
})

test('R+ a forged signature for the exponent 1 does not sign in', async () => {
  const world = makeWorld()
  const road = await ROADS['at sign-up'](world)
  expect(await register(road, { algorithm: -257, keyPair: rsa, coseKey: withExponentOne })).toMatchObject({
    status: 422,
  })
  const answer = await signIn(makeClient(world), road.authenticator, {
    privateKey: weak.privateKey,
    signature: forgedForExponentOne,
  })
  expect(answer).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
})

test.each<[string, Algorithm]>([
  ['ES256', -7],
  ['EdDSA', -8],
  ['RS256', -257],
])('a registered passkey of %s signs in', async (_, algorithm) => {
  const world = makeWorld()
  const road = await ROADS['at sign-up'](world)
  await register(road, { algorithm })
  expect(await signIn(makeClient(world), road.authenticator)).toMatchObject({
    status: 200,
    body: { user: { email: 'ada@example.com' } },
  })
})
