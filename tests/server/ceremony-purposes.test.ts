import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyCeremony, NAMES, answerStep } from '#tests/server/passkeys/all-ceremonies.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

const OVER = { status: 410, body: { code: 'ceremony_over' } }
const PAIRS = NAMES.flatMap((issued) =>
  NAMES.filter((tried) => tried !== issued).map((tried) => [issued, tried] as const),
)

describe('a ceremony', () => {
  test.each(PAIRS)('W21 made for %s is refused at %s, with an answer to its own challenge', async (issued, tried) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[issued].ceremony, ...all[tried].answer(all[issued].challenge) }
    expect(await leavingAllAsItWas(world, () => client.post(all[tried].path, body))).toMatchObject(OVER)
  })

  test.each(PAIRS)('W21 made for %s is refused at %s, with the answer expected there', async (issued, tried) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[issued].ceremony, ...all[tried].answer() }
    expect(await leavingAllAsItWas(world, () => client.post(all[tried].path, body))).toMatchObject(OVER)
  })

  test.each(NAMES)('C4 begun for %s in one browser cannot be finished in another', async (name) => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    for (const browserId of [undefined, 'B'.repeat(32), '', 'short']) {
      const elsewhere = client.copy()
      if (browserId === undefined) elsewhere.cookies.delete('latchkey-browser')
      else elsewhere.cookies.set('latchkey-browser', browserId)
      expect(await leavingAllAsItWas(world, () => elsewhere.post(all[name].path, body))).toMatchObject(OVER)
    }
  })

  test('C4 of an attacker does not sign a victim in to the attacker’s account', async () => {
    const world = makeWorld()
    const attacker = await signUp(world)
    const theirs = makeClient(world)
    const { ceremony, options } = await readyToSignIn(theirs)
    const victim = makeClient(world)
    await readyToSignIn(victim)
    expect(
      await victim.post('/api/sign-in', { ceremony, credential: attacker.authenticator.get(options) }),
    ).toMatchObject(OVER)
    expect(await victim.get('/api/session')).toMatchObject({ status: 401 })
  })

  test.each(['confirmation', 'add-passkey'] as const)(
    'R29 for %s is bound to its session, and is refused in another session of the same person',
    async (name) => {
      const world = makeWorld()
      const { client, all, authenticator } = await everyCeremony(world)
      const { ceremony, options } = await readyToSignIn(client)
      await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })
      expect(await leavingAllAsItWas(world, () => answerStep(client, all[name]))).toMatchObject(OVER)
    },
  )

  test('S2 is not accepted as a session cookie, nor a session cookie as a ceremony', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    for (const name of NAMES) {
      const impostor = makeClient(world, { cookies: new Map([['latchkey-session', all[name].ceremony]]) })
      expect(await impostor.get('/api/session')).toMatchObject({ status: 401 })
      const body = { ...all[name].answer(), ceremony: client.cookies.get('latchkey-session') }
      expect(await leavingAllAsItWas(world, () => client.post(all[name].path, body))).toMatchObject(OVER)
    }
  })
})

/** Texts sent in place of a ceremony: garbage, forgeries, and altered valid ones. */
function forgeries(honest: string): string[] {
  const parts = honest.split('.')
  const header = JSON.parse(Buffer.from(parts[0] ?? '', 'base64url').toString()) as Record<string, unknown>
  const encoded = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url')
  const withHeader = (changes: Record<string, unknown>) =>
    [encoded({ ...header, ...changes }), ...parts.slice(1)].join('.')
  const claims = encoded({ state: { challenge: 'AAAA' }, aud: 'sign-in', exp: 9_999_999_999 })
  return [
    '',
    'A'.repeat(20_000),
    'x',
    '.',
    '..',
    '....',
    'null',
    '{}',
    '\u0000',
    'ﷺ'.repeat(100),
    'A'.repeat(8_192),
    `${'A'.repeat(2_000)}.`.repeat(4),
    `${encoded({ alg: 'none' })}.${claims}.`,
    `${encoded({ alg: 'none', typ: 'JWT' })}.${claims}.AAAA`,
    `${encoded({ alg: 'HS256' })}.${claims}.AAAA`,
    honest.slice(0, -1),
    honest.slice(1),
    `${honest}A`,
    `${honest}.`,
    `.${honest}`,
    ` ${honest}`,
    honest.toUpperCase(),
    parts.slice(0, 4).join('.'),
    parts.slice(1).join('.'),
    ...parts.map((part, index) => parts.map((other, at) => (at === index ? flipped(part) : other)).join('.')),
    ...[0, 2, 3, 4].map((index) => parts.map((part, at) => (at === index ? '' : part)).join('.')),
    withHeader({ kid: 'unknown' }),
    withHeader({ kid: undefined }),
    withHeader({ kid: '../../secret' }),
    withHeader({ kid: '__proto__' }),
    withHeader({ alg: 'A256KW' }),
    withHeader({ alg: 'PBES2-HS256+A128KW', p2c: 2_147_483_647, p2s: 'AAAA' }),
    withHeader({ alg: 'none' }),
    withHeader({ enc: 'A128GCM' }),
    withHeader({ enc: 'A256CBC-HS512' }),
    withHeader({ zip: 'DEF' }),
    withHeader({ crit: ['exp'] }),
    withHeader({ jku: 'https://evil.example/keys', jwk: { kty: 'oct', k: 'AAAA' } }),
  ].filter((forged) => forged !== honest)
}

test('W18 V9.1.1 V9.1.2 V9.1.3 V11.2.5 anything that we did not seal is refused as a ceremony', async () => {
  const world = makeWorld({ LIMIT_SCALE: '100' })
  const { client, authenticator } = await signUp(world)
  const { ceremony, options } = await readyToSignIn(client)
  const other = await readyToSignIn(makeClient(makeWorld()))
  for (const forged of [...forgeries(ceremony), other.ceremony]) {
    const answer = await leavingAllAsItWas(world, () =>
      client.post('/api/sign-in', { ceremony: forged, credential: authenticator.get(options) }),
    )
    expect(answer, forged.slice(0, 120)).toMatchObject(OVER)
  }
  expect(await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })).toMatchObject({
    status: 200,
  })
})

test.each([undefined, null, 7, true, [], {}, ['a']])(
  'W18 %j in place of a ceremony is refused as invalid input',
  async (ceremony) => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { options } = await readyToSignIn(client)
    expect(await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  },
)

function flipped(part: string): string {
  const bytes = Buffer.from(part, 'base64url')
  if (bytes.length === 0) return 'AAAA'
  const middle = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return bytes.toString('base64url')
}
