import { describe, expect, test } from 'vitest'
import { BROWSER, SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeAuthenticator } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn, readyToSignUp } from '#tests/server/passkeys/steps.ts'
import {
  codeAt,
  DAY,
  MINUTE,
  PASSWORD,
  SECOND_STEPS,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

/** The endpoints that accept a half-finished sign-in: the one for the code, and for a proven mailbox the other steps of recovery. */
const OWN: Record<keyof typeof SECOND_STEPS, string[]> = {
  'after the password': ['/api/sign-in/second-step'],
  'after the mailbox': [
    '/api/recovery/second-step',
    '/api/recovery/start',
    '/api/recovery/cancel',
    '/api/recovery/options',
  ],
}
/** Open to everybody, and reads no ceremony. */
const FOR_ALL = ['/api/sign-in/options']

type Document = { paths: Record<string, Record<string, unknown>> }

async function writingEndpoints(world: TestWorld): Promise<[string, string][]> {
  const { paths } = (await makeClient(world).get('/api/openapi.json')).body as unknown as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get')
      .map((method): [string, string] => [method.toUpperCase(), path]),
  )
}

describe.each(Object.entries(SECOND_STEPS))('T13 a half-finished sign-in, %s,', (name, { path, begin }) => {
  test('is refused at every other endpoint and sets no session', async () => {
    const world = makeWorld({ LIMIT_SCALE: '10' })
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const creating = await readyToSignUp(world, { email: 'new@example.com', client: stranger(world) })
    const asserting = await readyToSignIn(stranger(world))
    const credentials = [makeAuthenticator(world).create(creating.options), owner.authenticator.get(asserting.options)]

    // Object.entries forgets which keys it was given.
    const others = (await writingEndpoints(world)).filter(
      ([, endpoint]) => ![...OWN[name as keyof typeof OWN], ...FOR_ALL].includes(endpoint),
    )
    expect(others.length).toBeGreaterThan(25)
    await leavingAllAsItWas(world, async () => {
      for (const [method, endpoint] of others) {
        for (const credential of credentials) {
          const body = {
            ceremony,
            credential,
            code: codeAt(owner.secret, world.now()),
            password: PASSWORD,
            name: 'x',
            word: 'CANCEL',
          }
          const answer = await client.send(method, endpoint.replace(/\{\w+\}/, 'A'.repeat(22)), body)
          expect([method, endpoint, answer.status >= 400 && answer.status < 500]).toEqual([method, endpoint, true])
        }
      }
    })
    expect([...client.cookies.keys()]).toEqual([BROWSER])
    expect(
      await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) }),
      'and still ends where it should',
    ).toMatchObject({ status: 200 })
  })

  test('S2 is not accepted as a session cookie', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    client.cookies.set(SESSION, await begin(world, client, owner))
    for (const endpoint of ['/api/session', '/api/emails', '/api/passkeys', '/api/activity'])
      expect(await client.get(endpoint)).toMatchObject({ status: 401 })
  })

  test('is bound to its browser', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const ceremony = await begin(world, stranger(world), owner)
    expect(await stranger(world).post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })

  test('expires, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const life = path === '/api/recovery/second-step' ? 15 * MINUTE : 5 * MINUTE
    for (const [age, status] of [
      [life, 410],
      [life - 1, 200],
    ] as const) {
      const client = stranger(world)
      const ceremony = await begin(world, client, owner)
      world.turnClock(age)
      expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({ status })
    }
  })

  test('W20 is refused while it lies in the future, after the clock was set back', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    world.turnClock(-1)
    expect(await client.post(path, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 410,
    })
  })

  test('is not accepted in place of the other kind', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const ceremony = await begin(world, client, owner)
    const foreign = Object.values(SECOND_STEPS).find((step) => step.path !== path)?.path ?? ''
    expect(await client.post(foreign, { ceremony, code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })
})

test('S9 a session opened with the mailbox and a code ends after twelve hours, even with frequent use', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const client = stranger(world)
  const ceremony = await SECOND_STEPS['after the mailbox'].begin(world, client, owner)
  await client.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) })
  world.turnClock(DAY / 2 - 1)
  expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  world.turnClock(1)
  expect(await client.get('/api/session')).toMatchObject({ status: 401 })
})
