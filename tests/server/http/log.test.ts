import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

type Act = (client: Client, other: Person, world: TestWorld) => Promise<unknown>

/** Forbidden actions, and the refusal that is logged. */
const FORBIDDEN: [string, string, Act][] = [
  [
    'another person’s session',
    'not_found',
    async (client, other) =>
      client.delete(
        `/api/sessions/${((await other.client.get('/api/session')).body as { session: { id: string } }).session.id}`,
      ),
  ],
  [
    'another person’s passkey',
    'not_found',
    async (client, other) =>
      client.patch(
        `/api/passkeys/${((await other.client.get('/api/passkeys')).body as { passkeys: [{ id: string }] }).passkeys[0].id}`,
        { name: 'mine' },
      ),
  ],
  [
    'an action that needs a fresh confirmation',
    'confirmation_required',
    async (client, _other, world) => (world.turnClock(11 * 60_000), client.delete('/api/sessions')),
  ],
  [
    'a password without an app',
    'forbidden',
    (client) => client.put('/api/password', { password: 'seven tin whistles' }),
  ],
]

/** Attempts to bypass the controls. */
const AROUND: [string, string, Act][] = [
  [
    'from another site',
    'wrong_origin',
    (client) => client.send('POST', '/api/sign-in/options', {}, { origin: 'https://evil.example' }),
  ],
  [
    'as a form',
    'unsupported_type',
    (client) => client.send('POST', '/api/sign-up', 'email=x', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  ['with too much', 'too_large', (client) => client.send('POST', '/api/sign-up', 'x'.repeat(70_000))],
  ['in another shape', 'invalid_input', (client) => client.post('/api/sign-up', { email: { $ne: '' } })],
  [
    'too often',
    'too_many_attempts',
    async (client) => {
      for (let count = 0; count < 10; count += 1) await client.post('/api/sign-up', { email: `p${count}@example.org` })
    },
  ],
  [
    'once more',
    'ceremony_over',
    async (client, { authenticator }) => {
      const { ceremony, options } = await readyToSignIn(client)
      const credential = authenticator.get(options)
      for (const _ of [1, 2]) await client.post('/api/sign-in', { ceremony, credential })
    },
  ],
  [
    'with an unknown passkey',
    'unknown_passkey',
    async (client, _other, world) => {
      const stranger = await signUp(makeWorld())
      await signIn(client, { ...makeAuthenticator(world), get: stranger.authenticator.get })
    },
  ],
  [
    'with a wrong signature',
    'sign_in_failed',
    (client, { authenticator }) => signIn(client, authenticator, { signature: flippedBit }),
  ],
]

async function refusalsOf(act: Act): Promise<Record<string, unknown>[]> {
  const world = makeWorld()
  const [{ client }, other] = [
    await signUp(world, { client: makeClient(world, { ip: '192.0.2.77' }) }),
    await signUp(world),
  ]
  world.logged.length = 0
  await act(client, other, world)
  return world.logged
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ message }) => message === 'A request was refused')
}

describe('a refusal is logged once, with its code, path and address', () => {
  test.each(FORBIDDEN)('V16.3.2 for %s', async (_, code, act) => {
    expect(await refusalsOf(act)).toEqual([
      {
        level: 'warn',
        message: 'A request was refused',
        code,
        method: expect.stringMatching(/^[A-Z]+$/),
        path: expect.stringMatching(/^\/api\//),
        ip: '192.0.2.77',
      },
    ])
  })

  test.each(AROUND)('V16.3.3 for a request %s', async (_, code, act) => {
    expect(await refusalsOf(act)).toEqual([
      {
        level: 'warn',
        message: 'A request was refused',
        code,
        method: 'POST',
        path: expect.stringMatching(/^\/api\//),
        ip: '192.0.2.77',
      },
    ])
  })
})

test('the log holds no typed text and no endless path', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  await client.post('/api/sign-up', { email: 'not an address of anybody@' })
  await client.send('POST', `/api/${'x'.repeat(5_000)}`, {}, { origin: 'https://evil.example' })
  expect(world.logged).toHaveLength(2)
  expect(world.logged.join()).not.toMatch(/anybody|evil|x{300}/)
})

test('a missing session and a refusal about one’s own account are not logged', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const [{ id }] = (await client.get('/api/passkeys')).body.passkeys as [{ id: string }]
  expect(await client.delete(`/api/passkeys/${id}`)).toMatchObject({ status: 409 })
  expect(await makeClient(world).get('/api/session')).toMatchObject({ status: 401 })
  expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject({ status: 201 })
  expect(world.logged.filter((line) => line.includes('refused'))).toEqual([])
})
