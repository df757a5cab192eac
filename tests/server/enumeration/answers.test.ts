import { describe, expect, test } from 'vitest'
import type { Answer, Client } from '#tests/helpers/client.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { addressOf, everyKind, type Name, NAMES } from '#tests/server/enumeration/people.ts'
import { HOUR, stranger } from '#tests/server/second-factor/steps.ts'

/** Every place where a signed-out visitor can type an address, and the next step after it. */
const DOORS: Record<string, (client: Client, email: string) => Promise<Answer>> = {
  'sign-up': (client, email) => client.post('/api/sign-up', { email }),
  'a wrong code at sign-up': async (client, email) =>
    client.post('/api/sign-up/code', {
      ceremony: (await client.post('/api/sign-up', { email })).body.ceremony,
      code: '000000',
    }),
  'a wrong password': (client, email) =>
    client.post('/api/sign-in/password', { email, password: 'not the one at all' }),
  recovery: (client, email) => client.post('/api/recovery', { email }),
  'a wrong code at recovery': async (client, email) =>
    client.post('/api/recovery/code', {
      ceremony: (await client.post('/api/recovery', { email })).body.ceremony,
      code: '000000',
    }),
}

/** Everything an answer shows; random parts are replaced by their length. */
function shapeOf({ status, headers, body }: Answer, client: Client): unknown {
  return {
    status,
    headers: [...headers]
      .filter(([name]) => name !== 'set-cookie')
      .map(([name, value]) => [name, name === 'content-length' ? value.length : value]),
    body: Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, key === 'ceremony' ? String(value).length : value]),
    ),
    cookies: [...client.cookies].map(([name, value]) => [name, value.length]),
  }
}

describe.each(Object.entries(DOORS))('E1 at %s', (_, knock) => {
  test('every address gets the same answer: status, headers, body and cookies', async () => {
    const world = await everyKind()
    const shapes = await shapesOf(world, knock)
    for (const name of NAMES) expect([name, shapes[name]]).toEqual([name, shapes.unknown])
  })

  test('E5 every address gets the same limit, at the same attempt, with the same text', async () => {
    const world = await everyKind()
    world.turnClock(HOUR)
    const tries: Partial<Record<Name, unknown[]>> = {}
    for (const name of NAMES) {
      const client = stranger(world)
      const shapes = []
      for (let count = 0; count < 7; count += 1) shapes.push(shapeOf(await knock(client, addressOf(name)), client))
      tries[name] = shapes
    }
    for (const name of NAMES) expect([name, tries[name]]).toEqual([name, tries.unknown])
  })
})

test('E5 every address gets the same limit on letters over many browsers', async () => {
  const world = await everyKind()
  world.turnClock(HOUR)
  const passed: Partial<Record<Name, number>> = {}
  for (const name of NAMES) {
    const answers = []
    for (let count = 0; count < 24; count += 1)
      answers.push(
        (await stranger(world).post(count % 2 ? '/api/recovery' : '/api/sign-up', { email: addressOf(name) })).body
          .digits,
      )
    passed[name] = answers.indexOf(12)
  }
  for (const name of NAMES) expect([name, passed[name]]).toEqual([name, 20])
})

test('E4 W9 typing an address returns no hint: no passkey, no masked address, no name', async () => {
  const world = await everyKind()
  const options = []
  for (const body of [{}, ...NAMES.map((name) => ({ email: addressOf(name), username: addressOf(name) }))])
    options.push(
      (await stranger(world).post('/api/sign-in/options', body)).body.options as { allowCredentials?: unknown[] },
    )
  for (const { allowCredentials = [] } of options) expect(allowCredentials).toEqual([])
})

async function shapesOf(world: TestWorld, knock: (typeof DOORS)[string]): Promise<Partial<Record<Name, unknown>>> {
  const shapes: Partial<Record<Name, unknown>> = {}
  for (const name of NAMES) {
    const client = stranger(world)
    shapes[name] = shapeOf(await knock(client, addressOf(name)), client)
  }
  return shapes
}
