import type { RemovedWay } from '#server/removed/list.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { emailsOf } from '#tests/server/emails/steps.ts'
import { done, type Equipped, mailedCode, signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { SETTLES } from '#tests/server/recoveries/steps.ts'

/** A person with every way in, each of them settled, and a second settled passkey. */
export async function settledOwner(): Promise<
  Equipped & { world: TestWorld; second: ReturnType<typeof makeAuthenticator> }
> {
  const world = makeWorld({ LIMIT_SCALE: '10' })
  const owner = await signUpEquipped(world)
  const second = makeAuthenticator(world)
  done(await addPasskey(owner.client, second, 'The second'))
  world.turnClock(SETTLES)
  done(await signIn(owner.client, owner.authenticator))
  return { ...owner, world, second }
}

export async function removedOf(client: Client): Promise<RemovedWay[]> {
  return done(await client.get('/api/removed')).body.removed as RemovedWay[]
}

/** Removes the second passkey, and returns it as it is listed. */
export async function removeSecond(client: Client): Promise<RemovedWay> {
  const { passkeys } = done(await client.get('/api/passkeys')).body as { passkeys: { id: string; name: string }[] }
  const second = passkeys.find(({ name }) => name === 'The second')
  done(await client.delete(`/api/passkeys/${second?.id}`))
  const [removed] = (await removedOf(client)).filter(({ kind }) => kind === 'passkey')
  if (!removed) throw new Error('The removed passkey is not listed.')
  return removed
}

/** Sends the code that removes for good to the primary address, and returns its ceremony and the code. */
export async function askForGood(
  world: TestWorld,
  client: Client,
  id: string,
): Promise<{ ceremony: string; code: string }> {
  const [email] = await emailsOf(client)
  const { ceremony } = done(await client.post(`/api/removed/${id}/code`, { email: email?.id })).body
  return { ceremony: ceremony as string, code: await mailedCode(world, email?.address ?? '', 'removal-code') }
}

/** Removes a way in for good. The client touches itself. */
export async function removeForGood(world: TestWorld, client: Client, id: string): Promise<Answer> {
  return client.post(`/api/removed/${id}/for-good`, await askForGood(world, client, id))
}
