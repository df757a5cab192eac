import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, makeCodes, signUpWithApp, STEP, stranger } from '#tests/server/second-factor/steps.ts'
import { becomeReady, knock } from '#tests/server/recoveries/steps.ts'

test.each(['ada', 'ada@', 'ada@localhost', 'a b@example.com', 'ada@example.com@example.com', 'ädä@example.com'])(
  'an invalid address is refused with the reason: %j',
  async (email) => {
    const world = makeWorld()
    const answer = await leavingAllAsItWas(world, () => stranger(world).post('/api/recovery', { email }))
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid_input', detail: expect.stringContaining('doesn’t look like an e-mail address') },
    })
  },
)

test('the answer to the code lists the available ways, and no others', async () => {
  const world = makeWorld()
  const [bare, withApp, withCodes] = [await signUp(world), await signUpWithApp(world), await signUp(world)]
  await makeCodes(withCodes.client)
  expect((await knock(world, bare)).pass.ways).toEqual([])
  expect((await knock(world, withApp)).pass.ways).toEqual(['totp'])
  expect((await knock(world, withCodes)).pass.ways).toEqual(['backup_code'])
  await makeCodes(withApp.client)
  world.turnClock(STEP)
  expect((await knock(world, withApp)).pass.ways).toEqual(['totp', 'backup_code'])
})

test('an address is found in any upper or lower case', async () => {
  const world = makeWorld()
  const { email } = await signUp(world, { email: 'Ada.Lovelace@example.com' })
  const client = stranger(world)
  const { ceremony } = done(await client.post('/api/recovery', { email: 'ADA.lovelace@Example.com' })).body
  const [letter] = await rows<{ recipient: string }>(
    world,
    `select recipient from outbox where letter = 'recovery-code'`,
  )
  expect(letter).toEqual({ recipient: email })
  expect(ceremony).toEqual(expect.any(String))
})

test('the passkey options of a recovery name the person and exclude none of their passkeys', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  const { client, pass } = await becomeReady(world, person)
  const { options } = done(await client.post('/api/recovery/options', { ceremony: pass.ceremony })).body as {
    options: { user: unknown; excludeCredentials: unknown[] }
  }
  const [user] = await rows<{ handle: string }>(world, 'select handle from users')
  expect(options.user).toEqual({ id: user?.handle, name: person.email, displayName: person.email })
  // The old device may still exist: the new passkey is made beside the one that will be removed.
  expect(options.excludeCredentials).toEqual([])
})

test('a session opened with a mailbox and a code lives for twelve hours, or less if configured', async () => {
  for (const [environment, lifetime] of [
    [{}, 12 * HOUR],
    [{ SESSION_MAX: '2h', SESSION_IDLE: '1h' }, 2 * HOUR],
  ] as const) {
    const world = makeWorld(environment)
    const { email, client } = await signUp(world)
    const [code] = await makeCodes(client)
    const road = await knock(world, { email })
    done(await road.client.post('/api/recovery/second-step', { ceremony: road.pass.ceremony, code }))
    expect((await road.client.get('/api/session')).body.session).toMatchObject({
      way: 'mailbox_code',
      expiresAt: world.now() + lifetime,
    })
    expect(await rows(world, `select details from events where kind = 'signed_in'`)).toEqual([
      { details: JSON.stringify({ way: 'mailbox_code', code: 'backup_code' }) },
    ])
  }
})

test('an early pass gets the remaining wait, and a pass from before the end of the wait needs a fresh code', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  const early = await knock(world, person)
  expect(await early.client.post('/api/recovery/options', { ceremony: early.pass.ceremony })).toMatchObject({
    status: 409,
    body: { code: 'recovery_not_ready' },
  })
  const { client } = await becomeReady(world, person)
  world.turnClock(-1)
  const before = await knock(world, person, client)
  world.turnClock(1)
  const late = await client.post('/api/recovery/options', { ceremony: before.pass.ceremony })
  expect(late).toMatchObject({
    status: 410,
    body: { code: 'ceremony_over', detail: 'The wait is over. Get a new code to continue.' },
  })
})
