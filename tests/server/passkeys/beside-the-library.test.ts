import { randomBytes } from 'node:crypto'
import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { creationOptions, requestOptions } from '#server/passkeys/webauthn.ts'
import { verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { verifyRegistration, type Registered } from '#server/passkeys/verify-registration.ts'
import type { AuthenticationTwist } from '#tests/helpers/authenticator.ts'
import { makeAuthenticator } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const HANDLE = randomBytes(64).toString('base64url')
const CHALLENGE = 'AAAA'
const ALGORITHMS: [string, -7 | -8 | -257][] = [
  ['ES256', -7],
  ['EdDSA', -8],
  ['RS256', -257],
]

/** One passkey, and two verifiers of the same answer: the product and the library. */
async function twoJudges(algorithm: -7 | -8 | -257) {
  const { config } = makeWorld()
  const authenticator = makeAuthenticator({ config } as ReturnType<typeof makeWorld>, { algorithm })
  const made = authenticator.create(
    await creationOptions(config, {
      owner: { handle: HANDLE, name: 'ada@example.com', displayName: 'Ada' },
      challenge: CHALLENGE,
      existing: [],
    }),
  )
  const passkey: Registered = verifyRegistration(config, made, { challenge: CHALLENGE })
  const options = { ...(await requestOptions(config, { challenge: CHALLENGE, allowed: 'any' })), challenge: CHALLENGE }

  return {
    answer: (twist: AuthenticationTwist = {}) => authenticator.get(options, twist),
    ours: (response: AuthenticationResponseJSON) =>
      verifyAssertion(config, response, { challenge: CHALLENGE, passkey, handle: HANDLE, handleRequired: true })
        .verified,
    theirs: async (response: AuthenticationResponseJSON) => {
      const publicKey = new Uint8Array(Buffer.from(passkey.publicKey, 'base64url'))
      const judged = verifyAuthenticationResponse({
        response,
        expectedChallenge: CHALLENGE,
        expectedOrigin: config.origin,
        expectedRPID: config.rp.id,
        credential: { id: passkey.credentialId, publicKey, counter: 0 },
      })
      return judged.then(
        ({ verified }) => verified,
        () => false,
      )
    },
  }
}

/** The same answer with one bit of one of its parts turned, for each of its bits. */
function* turnedBits(
  honest: AuthenticationResponseJSON,
  part: 'clientDataJSON' | 'authenticatorData' | 'signature',
): Generator<AuthenticationResponseJSON> {
  const whole = Buffer.from(honest.response[part], 'base64url')
  for (let bit = 0; bit < whole.length * 8; bit += 1) {
    const turned = Buffer.from(whole)
    turned[bit >> 3] = turned.readUInt8(bit >> 3) ^ (1 << (bit & 7))
    yield { ...honest, response: { ...honest.response, [part]: turned.toString('base64url') } }
  }
}

describe.each(ALGORITHMS)('A21 an assertion by %s, verified by us and by the library,', (_, algorithm) => {
  test('is accepted by both when it is honest', async () => {
    const { answer, ours, theirs } = await twoJudges(algorithm)
    expect([ours(answer()), await theirs(answer())]).toEqual([true, true])
  })

  test.each(['clientDataJSON', 'authenticatorData', 'signature'] as const)(
    'is refused by us for every flipped bit of %s, also where the library accepts it',
    async (part) => {
      const { answer, ours } = await twoJudges(algorithm)
      const accepted: number[] = []
      let count = 0
      for (const turned of turnedBits(answer(), part)) {
        if (ours(turned)) accepted.push(count)
        count += 1
      }
      expect(count).toBeGreaterThan(36 * 8)
      expect(accepted).toEqual([])
    },
  )

  test('gets the same result for each of the 256 flags an authenticator could sign', async () => {
    const { answer, ours, theirs } = await twoJudges(algorithm)
    const accepted = { ours: [] as number[], theirs: [] as number[] }
    for (let flags = 0; flags < 256; flags += 1) {
      const signed = answer({
        authenticatorData: (honest) =>
          Buffer.concat([honest.subarray(0, 32), Buffer.from([flags]), honest.subarray(33)]),
      })
      if (ours(signed)) accepted.ours.push(flags)
      if (await theirs(signed)) accepted.theirs.push(flags)
    }
    const isBackupEligible = (flags: number) => (flags & 0x08) !== 0
    expect(accepted.ours.length).toBeGreaterThan(0)
    // Only we check §7.2 step 19: this passkey was made as one that can be backed up.
    expect(accepted.ours).toEqual(accepted.theirs.filter(isBackupEligible))
  })

  test.each<[string, AuthenticationTwist]>([
    ['a longer authenticator data', { authenticatorData: (honest) => Buffer.concat([honest, Buffer.from([0])]) }],
    ['half an authenticator data', { authenticatorData: (honest) => honest.subarray(0, 20) }],
    ['no authenticator data', { authenticatorData: () => Buffer.alloc(0) }],
    ['extensions that are announced and missing', { flags: { ed: true } }],
    ['the site’s name in capitals', { rpId: 'LOCALHOST' }],
    ['no type', { clientData: (honest) => ({ ...honest, type: undefined }) }],
    ['the type of a registration', { clientData: (honest) => ({ ...honest, type: 'webauthn.create' }) }],
    ['the type of a payment', { clientData: (honest) => ({ ...honest, type: 'payment.get' }) }],
    ['a challenge in a list', { clientData: (honest) => ({ ...honest, challenge: [honest.challenge] }) }],
    ['no challenge', { clientData: (honest) => ({ ...honest, challenge: undefined }) }],
    ['a longer challenge', { clientData: (honest) => ({ ...honest, challenge: `${honest.challenge}A` }) }],
    ['an origin in a list', { clientData: (honest) => ({ ...honest, origin: [honest.origin] }) }],
    ['an origin with a slash', { clientData: (honest) => ({ ...honest, origin: `${honest.origin}/` }) }],
    ['another port', { clientData: (honest) => ({ ...honest, origin: 'http://localhost:3001' }) }],
  ])('is refused by both with %s, although the signature is valid', async (_, twist) => {
    const { answer, ours, theirs } = await twoJudges(algorithm)
    expect([ours(answer(twist)), await theirs(answer(twist))]).toEqual([false, false])
  })

  test('is accepted by both with extension outputs', async () => {
    const { answer, ours, theirs } = await twoJudges(algorithm)
    const extended = answer({ extensions: new Map([['appid', true]]) })
    expect([ours(extended), await theirs(extended)]).toEqual([true, true])
  })
})
