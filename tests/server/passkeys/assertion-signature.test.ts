import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ALGORITHMS, generateRsaKeyPair } from '#tests/helpers/authenticator/algorithms.ts'
import {
  derJunk,
  empty,
  flippedBit,
  forgedForExponentOne,
  zeroPair,
  zeros,
} from '#tests/helpers/authenticator/hostile/signatures.ts'
import { addPasskey, makeAuthenticator, type Person, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { DOORS } from '#tests/server/passkeys/steps.ts'

/** Made once, because RSA keys are slow to make. */
const held = { [-7]: ALGORITHMS[-7].generate(), [-8]: ALGORITHMS[-8].generate(), [-257]: ALGORITHMS[-257].generate() }
const NAMES: [string, keyof typeof held][] = [
  ['ES256', -7],
  ['RS256', -257],
  ['EdDSA', -8],
]
const strangers = {
  elliptic: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  edwards: generateKeyPairSync('ed25519').privateKey,
  rsa: generateRsaKeyPair(2_048).privateKey,
}

type Forgery = (honest: Buffer, signed: Buffer) => Buffer

const FORGERIES: [string, Forgery][] = [
  ['a flipped bit', flippedBit],
  ['zeros', zeros],
  ['a pair of zeros', zeroPair],
  ['junk that looks like DER', derJunk],
  ['half of it', (honest) => honest.subarray(0, honest.length >> 1)],
  ['the padded hash, as for an exponent of one', forgedForExponentOne],
  [
    'a signature over something else',
    (_, signed) => sign('sha256', Buffer.concat([signed, Buffer.from([0])]), strangers.elliptic),
  ],
  ['by an unregistered elliptic key', (_, signed) => sign('sha256', signed, strangers.elliptic)],
  ['by an unregistered Edwards key', (_, signed) => sign(null, signed, strangers.edwards)],
  ['by an unregistered RSA key', (_, signed) => sign('sha256', signed, strangers.rsa)],
  ['an HMAC with a public key', (_, signed) => createHmac('sha256', 'public').update(signed).digest()],
]

describe.each(Object.entries(DOORS))('A21 a signature, %s', (_, { open, done, refused, code }) => {
  describe.each(NAMES)('by a passkey of %s', (_, algorithm) => {
    test.each(FORGERIES)('is refused when it is %s', async (_, signature) => {
      const { world, owner } = await somebody(algorithm)
      const { options, finish } = await open(world, owner)
      const credential = owner.authenticator.get(options, { signature })
      const answer = await leavingAllAsItWas(world, () => finish(credential), { but: ['events'] })
      expect(answer).toMatchObject({ status: refused, body: { code } })
    })

    test('is refused when it is missing', async () => {
      const { world, owner } = await somebody(algorithm)
      const { options, finish } = await open(world, owner)
      const answer = await leavingAllAsItWas(world, () =>
        finish(owner.authenticator.get(options, { signature: empty })),
      )
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    })

    test('is refused when another passkey of the person made it', async () => {
      const { world, owner } = await somebody(algorithm)
      const other = makeAuthenticator(world, { algorithm })
      await addPasskey(owner.client, other)
      const { options, finish } = await open(world, owner)
      const credential = owner.authenticator.get(options, { privateKey: other.passkeys[0]?.privateKey })
      expect(await finish(credential)).toMatchObject({ status: refused, body: { code } })
    })

    test('is refused when it belongs to an earlier answer', async () => {
      const { world, owner } = await somebody(algorithm)
      const earlier = await open(world, owner)
      const old = owner.authenticator.get(earlier.options)
      const { options, finish } = await open(world, owner)
      expect(await finish(old)).toMatchObject({ status: refused, body: { code } })
      expect(await (await open(world, owner)).finish(owner.authenticator.get(options))).toMatchObject({
        status: refused,
      })
      expect(await earlier.finish(old)).toMatchObject({ status: done })
    })
  })

  test.each<[string, Forgery]>([
    ['SHA-1', (_, signed) => sign('sha1', signed, held[-7].privateKey)],
    ['SHA-512', (_, signed) => sign('sha512', signed, held[-7].privateKey)],
    [
      'the two numbers without DER',
      (_, signed) => sign('sha256', signed, { key: held[-7].privateKey, dsaEncoding: 'ieee-p1363' }),
    ],
  ])('by an elliptic key is refused with %s', async (_, signature) => {
    const { world, owner } = await somebody(-7)
    const { options, finish } = await open(world, owner)
    expect(await finish(owner.authenticator.get(options, { signature }))).toMatchObject({
      status: refused,
      body: { code },
    })
  })
})

async function somebody(algorithm: keyof typeof held): Promise<{ world: TestWorld; owner: Person }> {
  const world = makeWorld()
  const authenticator = makeAuthenticator(world)
  const create: typeof authenticator.create = (options, twist) =>
    authenticator.create(options, { algorithm, keyPair: held[algorithm], ...twist })
  return { world, owner: await signUp(world, { authenticator: { ...authenticator, create } }) }
}
