import { expect, test } from 'vitest'
import { actorOf, pageVisitor } from '#server/callers/identify.ts'
import { setPassword } from '#server/passwords/set.ts'
import { signOut } from '#server/sessions/end.ts'
import type { Actor } from '#server/actor.ts'
import type { Client } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { begun, type RequestOptions } from '#tests/server/passkeys/steps.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import {
  beforeTransaction,
  eventKinds,
  MINUTE,
  PASSWORD,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

async function actorIn(world: TestWorld, { cookies }: Client): Promise<Actor> {
  const jar = { get: (name: string) => cookies.get(name) }
  const actor = await actorOf(world, pageVisitor(world, new Headers(), jar), jar)
  if (!actor) throw new Error('Nobody is signed in.')
  return actor
}

test('signing out twice at once ends the session and stores one event', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const actor = await actorIn(world, client)
  await Promise.all([signOut(world, actor), signOut(world, actor)])
  expect(await rows(world, 'select id from sessions')).toEqual([])
  expect((await eventKinds(world, userId)).filter((kind) => kind === 'signed_out')).toHaveLength(1)
})

test('a password is not set if the authenticator app is removed while it is hashed', async () => {
  const world = makeWorld()
  const { client, userId } = await signUpWithApp(world)
  const actor = await actorIn(world, client)
  await client.delete('/api/password')

  beforeTransaction(world, 1, (transaction) =>
    transaction((tx) => tx.run('delete from totp where user_id = ?', userId)),
  )
  await expect(setPassword(world, actor, { password: `${PASSWORD} more` })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await rows(world, 'select user_id from passwords')).toEqual([])
})

test('W20 a ceremony that expires while its answer is verified is refused', async () => {
  const world = makeWorld()
  const { authenticator } = await signUp(world)
  const client = stranger(world)
  const { ceremony, options } = begun<RequestOptions>(await client.post('/api/sign-in/options'))
  const credential = authenticator.get(options)
  world.turnClock(5 * MINUTE - 1)

  // The first transaction counts the attempt, the second spends the ceremony.
  beforeTransaction(world, 2, async () => world.turnClock(1))
  await leavingAllAsItWas(world, async () => {
    expect(await client.post('/api/sign-in', { ceremony, credential })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
  })
})
