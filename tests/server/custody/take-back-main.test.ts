import { expect, test } from 'vitest'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail, emailsOf, promote, removeEmail } from '#tests/server/emails/steps.ts'
import { SETTLES, takeBack } from '#tests/server/recoveries/steps.ts'
import { done, HOUR, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'

const PLANTED = 'planted@evil.example'

/** Makes an address of their own the main one, and removes the oldest passkey. */
async function takeOver(world: TestWorld, client: Client): Promise<void> {
  const passkeys = done(await client.get('/api/passkeys')).body.passkeys as { id: string; createdAt: number }[]
  const [passkey] = passkeys.toSorted((a, b) => a.createdAt - b.createdAt)
  await addEmail(world, client, PLANTED)
  done(await promote(client, PLANTED))
  world.turnClock(MINUTE)
  done(await client.delete(`/api/passkeys/${passkey?.id}`))
}

function addressesOf(client: Client): Promise<[string, boolean][]> {
  return emailsOf(client).then((all) => all.map(({ address, primary }) => [address, primary]))
}

test.each([
  ['stays on the account', false],
  ['was removed with the passkey', true],
])('taking the account back makes the owner’s address the main one again, if it %s', async (_, isRemoved) => {
  const world = makeWorld()
  const owner = await signUp(world)
  const stolen = makeAuthenticator(world)
  world.turnClock(MINUTE)
  done(await addPasskey(owner.client, stolen))
  world.turnClock(SETTLES)
  const thief = stranger(world)
  thief.passkeys = stolen
  done(await signIn(thief, stolen))
  await takeOver(world, thief)
  if (isRemoved) done(await removeEmail(thief, owner.email))

  const home = stranger(world)
  world.turnClock(MINUTE)
  done(await takeBack(home, owner.authenticator))
  expect(await addressesOf(home)).toEqual([[owner.email, true]])
  expect(done(await home.get('/api/session')).body.user).toMatchObject({ email: owner.email })
})

test('taking the account back on the day of sign-up removes nothing that was bound at sign-up', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  world.turnClock(MINUTE)
  done(await addPasskey(owner.client, makeAuthenticator(world)))
  world.turnClock(HOUR)
  const again = stranger(world)
  again.passkeys = owner.authenticator
  done(await signIn(again, owner.authenticator))
  await takeOver(world, again)

  const home = stranger(world)
  world.turnClock(MINUTE)
  done(await takeBack(home, owner.authenticator))
  expect(await addressesOf(home)).toEqual([[owner.email, true]])
})
