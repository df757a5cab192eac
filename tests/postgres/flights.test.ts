import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createWorld } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import { readAddress } from '#db/engine/postgres/address.ts'
import type { World } from '#server/world.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeMigrated } from './databases.ts'

const SECRET = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'

/** The way to the database and back takes so long that everything else hardly counts. */
const ROUND_TRIP_MS = 120

/** A long way to the database. */
async function longWay(url: string): Promise<string> {
  const later = (from: Socket, to: Socket) => {
    from.on('data', (chunk) => void setTimeout(() => to.write(chunk), ROUND_TRIP_MS / 2))
    from.on('close', () => to.destroy()).on('error', () => to.destroy())
  }
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true })
    later(near, far)
    later(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return Object.assign(new URL(url), { port: String(port) }).href
}

/** A world far from its database. */
async function begin(): Promise<World> {
  const database = await makeMigrated()
  const url = await longWay(database.url)
  const world = createWorld({ ...readConfig({ SECRET }), secrets: [SECRET] }, (sources) =>
    openPostgres(readAddress(url), { connections: 5, timeout: 5_000 }, sources),
  )
  onTestFinished(async () => {
    await world.db.close()
    await database.drop()
  })
  return world
}

/** How often an act waits for an answer of the database: the fewest of three times, because other work takes time too. */
async function flightsOf(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < 3; time += 1) {
    const began = performance.now()
    await act()
    times.push(performance.now() - began)
  }
  return Math.floor(Math.min(...times) / ROUND_TRIP_MS)
}

test('a session check asks the database once', async () => {
  const world = await begin()
  const { client } = await signUp(world)
  expect(await flightsOf(async () => expect((await client.get('/api/session')).status).toBe(200))).toBe(1)
})

test('a sign-in with a passkey waits for the database eight times at most', async () => {
  const world = await begin()
  const { client, authenticator } = await signUp(world)
  const cookies = new Map(client.cookies)
  expect((await client.delete('/api/session')).status).toBe(204)
  // A browser that is known and signed out.
  const browser = () =>
    makeClient(world, { cookies: new Map([...cookies].filter(([name]) => !name.includes('session'))) })
  const act = async () => expect((await signIn(browser(), authenticator)).status).toBe(200)
  expect(await flightsOf(act)).toBeLessThanOrEqual(8)
})

test('a sign-up waits for the database seventeen times at most, over its three requests', async () => {
  const world = await begin()
  await signUp(world)
  // The test itself reads the letter.
  const reading = await flightsOf(() => world.db.read((reader) => reader.all('select id from outbox')))
  // Who may sign up is known before a person is written.
  expect((await flightsOf(() => signUp(world))) - reading).toBeLessThanOrEqual(17)
})
