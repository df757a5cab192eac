import { expect, onTestFinished, test } from 'vitest'
import { actorOf, IP_HEADER, pageVisitor } from '#server/callers/identify.ts'
import { listLetters } from '#server/mail/outbox/list.ts'
import { resendTransport } from '#server/mail/transports/resend.ts'
import { readRecovery } from '#server/recoveries/read.ts'
import { readFallbacks } from '#server/second-factor/read.ts'
import { advanceClock } from '#server/testing.ts'
import { readAccount } from '#server/users/read.ts'
import { publishWorld, theWorld } from '#server/world.ts'
import type { Actor } from '#server/actor.ts'
import type { Client } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { startWait, WAIT } from '#tests/server/recoveries/steps.ts'
import { signUpEquipped } from '#tests/server/second-factor/steps.ts'

/** A page as this browser opens it: the address in the process's own header, the cookies in the jar. */
async function openPage(world: TestWorld, { cookies }: Client): Promise<Actor> {
  const jar = { get: (name: string) => cookies.get(name) }
  const visitor = pageVisitor(world, new Headers({ [IP_HEADER]: '192.0.2.9', 'user-agent': 'Firefox/1' }), jar)
  expect(visitor).toMatchObject({ ip: '192.0.2.9', userAgent: 'Firefox/1' })
  const actor = await actorOf(world, visitor, jar)
  if (!actor) throw new Error('Nobody is signed in.')
  return actor
}

test('a page identifies the signed-in person by the cookies only', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  const actor = await openPage(world, client)
  expect(actor).toMatchObject({ userId, email })
  expect(await readAccount(world, actor)).toEqual({ user: { id: userId, name: '', email, createdAt: world.now() } })
})

test('a page without the header and cookies has no actor and an unknown place', async () => {
  const world = makeWorld()
  const jar = { get: () => undefined }
  const visitor = pageVisitor(world, new Headers(), jar)
  expect(visitor).toMatchObject({ ip: 'unknown', userAgent: '' })
  expect(await actorOf(world, visitor, jar)).toBeUndefined()
})

test('a page treats an account that was deleted while it rendered as signed out', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const actor = await openPage(world, client)
  await world.db.transaction((tx) => tx.run('delete from users where id = ?', userId))
  await expect(readAccount(world, actor)).rejects.toMatchObject({ code: 'not_signed_in' })
})

test('a page gets the ways to recover, but none of their secrets', async () => {
  const world = makeWorld()
  const bare = await signUp(world)
  expect(await readFallbacks(world, await openPage(world, bare.client))).toEqual({
    totp: undefined,
    backupCodes: { remaining: 0 },
    password: undefined,
  })

  const madeAt = world.now()
  const { client } = await signUpEquipped(world)
  expect(await readFallbacks(world, await openPage(world, client))).toEqual({
    totp: { createdAt: madeAt },
    backupCodes: { remaining: 10, createdAt: world.now() },
    password: { setAt: madeAt },
  })
})

test('a page of a signed-in person gets their pending recovery', async () => {
  const world = makeWorld()
  const person = await signUp(world)
  const actor = await openPage(world, person.client)
  expect(await readRecovery(world, actor)).toEqual({ state: 'none' })

  await startWait(world, person)
  expect(await readRecovery(world, actor)).toMatchObject({ state: 'waiting', readyAt: world.now() + WAIT })
  world.turnClock(WAIT)
  expect(await readRecovery(world, actor)).toMatchObject({ state: 'ready' })
})

test('pages find the world that the process published, and name the missing start otherwise', () => {
  const slot = Symbol.for('latchkey.world')
  onTestFinished(() => void Reflect.deleteProperty(globalThis, slot))
  expect(theWorld).toThrow('only server/main.ts serves pages')
  const world = makeWorld()
  publishWorld(world)
  expect(theWorld()).toBe(world)
})

test('15.2.3 letters cannot be read on a server that really sends them', async () => {
  const world = makeWorld()
  expect(await listLetters(world, {})).toEqual([])
  await expect(
    listLetters(
      {
        ...world,
        transport: resendTransport({ apiKey: 're_test', baseUrl: 'http://127.0.0.1:9', from: 'id@example.com' }),
      },
      {},
    ),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('15.2.3 the clock cannot be turned outside testing mode', async () => {
  const world = makeWorld()
  const visitor = { ip: '192.0.2.9', userAgent: '', language: 'en' as const, browser: '' }
  await expect(advanceClock(world, visitor, { advance: 60 })).rejects.toMatchObject({ code: 'not_found' })

  const testing = makeWorld({ TESTING: '1' })
  const before = testing.now()
  expect(await advanceClock(testing, visitor, { advance: 60 })).toEqual({ now: before + 60_000 })
})
