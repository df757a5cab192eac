import { randomBytes } from 'node:crypto'
import { type AuthenticationTwist, createAuthenticator } from '#tests/helpers/authenticator.ts'
import { ALGORITHMS } from '#tests/helpers/authenticator/algorithms.ts'
import { head, MAJOR } from '#tests/helpers/authenticator/cbor.ts'
import * as signatures from '#tests/helpers/authenticator/hostile/signatures.ts'
import type { Person } from '#tests/process/people.ts'
import { type Arena, settle, strike, withArena } from '../arena.ts'
import { clientDataTwists } from '../client-data.ts'
import { cut, flip, lengthened } from '../mutations.ts'
import { done } from '../people.ts'
import { type Scale, chance, some } from '../scale.ts'
import { blame, newTally, type Tally } from '../tally.ts'

type Case = { label: string; twist: AuthenticationTwist; same?: boolean }
const DOORS = { '/sign-in': '/api/sign-in/options', '/confirmation': '/api/confirmation/options' }

/** Answers of a passkey with every part altered, at both endpoints that accept one. Every signed bit matters. */
export async function attackAssertions(scale: Scale): Promise<Tally> {
  return withArena(newTally('assertions'), async (arena) => {
    const [owner, other] = [await countingPerson(arena), await arena.person()]
    for (const [template, path] of Object.entries(DOORS)) {
      const endpoint = arena.api.endpoints.find((it) => it.method === 'POST' && it.template === template)
      for (const { label, twist, same } of casesFor(scale, arena, other)) {
        const client = template === '/sign-in' ? arena.stranger() : owner.client
        const { ceremony, options } = await done(client.post(path))
        const credential = owner.authenticator.get(options as never, twist)
        await settle(arena)
        const { status, text } = await strike(arena, {
          endpoint,
          client,
          method: 'POST',
          path: `/api${template}`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ceremony, credential }),
          label,
        })
        if (status < 300 && !same)
          blame(arena.tally, 'passed', `${template} ← ${label}: ${status} ${text.slice(0, 100)}`)
      }
    }
    // Proves that the refusals above were due to the alterations, and that they never blocked the passkey.
    const client = arena.stranger()
    const { ceremony, options } = await done(client.post('/api/sign-in/options'))
    await done(client.post('/api/sign-in', { ceremony, credential: owner.authenticator.get(options as never) }))
    arena.tally.cases += 1
    arena.tally.accepted += 1
  })
}

/** A person whose passkey has a counter. */
async function countingPerson(arena: Arena): Promise<Person> {
  const person = await arena.person()
  const authenticator = createAuthenticator({ origin: arena.target.origin, counter: 'counting', algorithm: -7 })
  const { ceremony, options } = await done(person.client.post('/api/passkeys/options'))
  await done(person.client.post('/api/passkeys', { ceremony, credential: authenticator.create(options as never) }))
  // A passkey confirms only sessions that began after it.
  const { ceremony: begun, options: asked } = await done(person.client.post('/api/sign-in/options'))
  await done(person.client.post('/api/sign-in', { ceremony: begun, credential: authenticator.get(asked as never) }))
  return { ...person, authenticator }
}

function casesFor(scale: Scale, { target }: Arena, other: Person): Case[] {
  const draw = chance(scale.seed)
  const few = (bits: number, about: number) =>
    some(
      { full: false, seed: scale.seed },
      Array.from({ length: bits }, (_, bit) => bit),
      scale.full ? about : Math.ceil(about / 12),
      draw,
    )
  const [stranger] = other.authenticator.passkeys
  const afterwards = (change: (response: Record<string, string | undefined>) => object): AuthenticationTwist => ({
    response: (honest) => ({ ...honest, response: { ...honest.response, ...change({ ...honest.response }) } }),
  })
  const bentAfterwards = (name: string, bend: (honest: Buffer) => Buffer) =>
    afterwards((response) => ({ [name]: bend(Buffer.from(response[name] ?? '', 'base64url')).toString('base64url') }))
  return [
    ...clientDataTwists(target.origin, 'webauthn.get'),
    // Altered after signing, so the signature does not cover it.
    ...few(37 * 8, 200).map((bit) => ({
      label: `authenticator data, ${flip(bit).label}`,
      twist: bentAfterwards('authenticatorData', flip(bit).bend),
    })),
    // Beyond the first four bytes, which frame the numbers and are not signed.
    ...few(28 * 8, 120).map((bit) => ({
      label: `signature, ${flip(bit + 32).label}`,
      twist: bentAfterwards('signature', flip(bit + 32).bend),
    })),
    ...few(4 * 8, 12).map((bit) => ({
      label: `signature’s frame, ${flip(bit).label}`,
      twist: bentAfterwards('signature', flip(bit).bend),
      same: true,
    })),
    ...few(130 * 8, 120).map((bit) => ({
      label: `client data, ${flip(bit).label}`,
      twist: bentAfterwards('clientDataJSON', flip(bit).bend),
    })),
    ...few(64 * 8, 60).map((bit) => ({
      label: `user handle, ${flip(bit).label}`,
      twist: bentAfterwards('userHandle', flip(bit).bend),
    })),
    ...few(36, 36).map((length) => ({
      label: `authenticator data ${cut(length).label}`,
      twist: { authenticatorData: cut(length).bend },
    })),
    ...few(70, 40).map((length) => ({
      label: `signature ${cut(length).label}`,
      twist: bentAfterwards('signature', cut(length).bend),
    })),
    ...few(100, 40).map((length) => ({
      label: `client data ${cut(length).label}`,
      twist: bentAfterwards('clientDataJSON', cut(length).bend),
    })),
    // Bytes after a signature's two numbers are not read, and make nothing else valid.
    ...['00', 'ff', 'a0'].flatMap((hex) =>
      ['authenticatorData', 'signature', 'clientDataJSON'].map((name) => ({
        label: `${name} with ${hex}`,
        twist: bentAfterwards(name, lengthened(hex).bend),
        same: name === 'signature',
      })),
    ),
    // Correctly signed, and still wrong.
    { label: 'another RP ID', twist: { rpId: 'evil.example' } },
    { label: 'no presence', twist: { flags: { up: false } } },
    { label: 'no verification', twist: { flags: { uv: false } } },
    { label: 'backed up, though never eligible', twist: { flags: { be: false, bs: true } } },
    { label: 'no longer eligible for backup', twist: { flags: { be: false, bs: false } } },
    { label: 'extensions announced and missing', twist: { flags: { ed: true } } },
    { label: 'an attested credential announced and missing', twist: { flags: { at: true } } },
    { label: 'a lower counter', twist: { signCount: 1 } },
    { label: 'a counter of zero', twist: { signCount: 0 } },
    {
      label: 'extensions of a huge length',
      twist: {
        flags: { ed: true },
        authenticatorData: (honest) => Buffer.concat([honest, head(MAJOR.bytes, 2n ** 62n)]),
      },
    },
    { label: 'bytes after the authenticator data', twist: { authenticatorData: lengthened('00').bend } },
    { label: 'another person’s user handle', twist: { userHandle: stranger?.userHandle } },
    { label: 'an unknown user handle', twist: { userHandle: randomBytes(64) } },
    { label: 'another person’s id', twist: { outerId: stranger?.credentialId } },
    { label: 'an unknown id', twist: { outerId: randomBytes(32) } },
    { label: 'another key', twist: { privateKey: ALGORITHMS[-7].generate().privateKey } },
    { label: 'another rawId', twist: { response: (honest) => ({ ...honest, rawId: 'AAAA' }) } },
    { label: 'another type of credential', twist: { response: (honest) => ({ ...honest, type: 'password' }) } },
    ...Object.entries(signatures)
      .filter(([name]) => name !== 'forgedForExponentOne')
      .map(([name, signature]) => ({ label: `a signature of ${name}`, twist: { signature } })),
    { label: 'a signature in raw form', twist: { signature: () => randomBytes(64) } },
  ]
}
