import { expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { signUpCounting } from '#tests/server/passkeys/steps.ts'
import { removeSecond, settledOwner } from '#tests/server/removed/removed-steps.ts'
import { done } from '#tests/server/second-factor/steps.ts'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

type Shown = {
  name: string
  lastUsedAt?: number
  lastUsedFrom?: { ip: string; device: { browser: string; system: string; phrase: string } }
}

async function passkeysOf(client: Client): Promise<Shown[]> {
  return done(await client.get('/api/passkeys')).body.passkeys as Shown[]
}

test('the list says where each passkey was used last, and nothing of one that was never used', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  // The list is in the order of creation.
  world.turnClock(1)
  await addPasskey(client, makeAuthenticator(world), 'Another')
  world.turnClock(1)
  await signIn(makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX }), authenticator)
  const [used, other] = await passkeysOf(client)
  expect(used).toMatchObject({
    lastUsedAt: world.now(),
    lastUsedFrom: {
      ip: '192.0.2.33',
      device: { browser: 'Firefox', system: 'Windows', phrase: 'Firefox on Windows' },
    },
  })
  expect(other).toMatchObject({ name: 'Another' })
  expect(other).not.toHaveProperty('lastUsedAt')
  expect(other).not.toHaveProperty('lastUsedFrom')
})

test('a confirmation is a use, too', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const there = makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX })
  await signIn(there, authenticator)
  const here = makeClient(world, { ip: '192.0.2.44' })
  await signIn(here, authenticator)
  expect(await confirm(there, authenticator)).toMatchObject({ status: 204 })
  expect((await passkeysOf(client))[0]?.lastUsedFrom).toMatchObject({
    ip: '192.0.2.33',
    device: { phrase: 'Firefox on Windows' },
  })
})

test('the place of the last use is in the language of the reader', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  await signIn(makeClient(world, { userAgent: 'curl/8.7' }), authenticator)
  const german = await client.send('GET', '/api/passkeys', undefined, { 'accept-language': 'de' })
  expect((german.body.passkeys as Shown[])[0]?.lastUsedFrom?.device.phrase).toBe('Unbekannter Browser')
})

test('a refused use changes nothing of it', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUpCounting(world)
  await signIn(makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX }), authenticator)
  const [before] = await passkeysOf(client)
  world.turnClock(1)
  const thief = makeClient(world, { ip: '192.0.2.66' })
  expect(await signIn(thief, authenticator, { signCount: 0 })).toMatchObject({ status: 401 })
  const [after] = await passkeysOf(client)
  expect(after).toMatchObject({ lastUsedAt: before?.lastUsedAt, lastUsedFrom: before?.lastUsedFrom })
})

test('a use from before places were stored has a time and no place', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  await signIn(makeClient(world), authenticator)
  await world.db.transaction((tx) => tx.run('update passkeys set last_used_ip = null, last_used_user_agent = null'))
  const [used] = await passkeysOf(client)
  expect(used?.lastUsedAt).toBe(world.now())
  expect(used).not.toHaveProperty('lastUsedFrom')
})

test('only the owner is shown the place, and their export has it', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  await signIn(makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX }), ada.authenticator)
  const exported = done(await ada.client.get('/api/account/export')).body
  expect(exported.passkeys).toMatchObject([
    { lastUsedFrom: { ip: '192.0.2.33', device: { phrase: 'Firefox on Windows' } } },
  ])
  for (const path of ['/api/passkeys', '/api/account/export'])
    expect(JSON.stringify(done(await bob.client.get(path)).body)).not.toContain('192.0.2.33')
})

test('a removed passkey keeps the place while it is kept', async () => {
  const { world, client, second } = await settledOwner()
  await signIn(makeClient(world, { ip: '192.0.2.33', userAgent: FIREFOX }), second)
  const { id } = await removeSecond(client)
  done(await client.post(`/api/removed/${id}/bring-back`))
  const back = (await passkeysOf(client)).find(({ name }) => name === 'The second')
  expect(back?.lastUsedFrom).toMatchObject({ ip: '192.0.2.33' })
})

test('a passkey that was removed before places were stored still lets its owner take the account back', async () => {
  const { world, client, second } = await settledOwner()
  await removeSecond(client)
  const [kept] = await world.db.read((reader) =>
    reader.all<{ kept: string }>("select kept from retired where kind = 'passkey'"),
  )
  // A frontier: `retire` wrote it from rows of the table.
  const before = (JSON.parse(kept?.kept ?? '[]') as Record<string, unknown>[]).map(
    ({ last_used_ip, last_used_user_agent, ...row }) => row,
  )
  await world.db.transaction((tx) =>
    tx.run("update retired set kept = ? where kind = 'passkey'", JSON.stringify(before)),
  )
  expect(before).toHaveLength(1)
  expect(await signIn(makeClient(world), second)).toMatchObject({ status: 409, body: { code: 'way_retired' } })
})
