import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'
import { OVER } from '#tests/server/ceremony-purposes-steps.ts'

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
