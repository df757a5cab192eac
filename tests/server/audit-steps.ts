import { expect } from 'vitest'
import type { ChainCut, ChainedEvent } from '#server/audit/chain.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

export type Export = { user: { id: string }; eventsCut?: ChainCut; events: ChainedEvent[] }

/** A person with every event that passkey sign-in can cause. */
export async function story() {
  const world = makeWorld()
  const person = await signUp(world)
  const { client, authenticator } = person
  const other = makeClient(world, { ip: '192.0.2.9' })
  world.turnClock(60_000)
  await signIn(other, authenticator)
  await signIn(makeClient(world), authenticator, { signature: flippedBit })
  await confirm(client, authenticator)
  const added = await addPasskey(client, makeAuthenticator(world), 'Second “key” "\\ <b>')
  const { id } = added.body.passkey as { id: string }
  await client.patch(`/api/passkeys/${id}`, { name: 'Ключ 🔑' })
  await client.delete(`/api/passkeys/${id}`)
  await client.delete('/api/sessions')
  world.turnClock(-30_000)
  await signIn(other, authenticator)
  await other.delete('/api/session')
  world.turnClock(30_000)
  return { world, ...person, exported: await exportOf(client) }
}

/** The person's export, parsed from JSON as a script would. */
export async function exportOf(client: Client): Promise<Export> {
  const { status, body } = await client.get('/api/account/export')
  expect(status).toBe(200)
  return JSON.parse(JSON.stringify(body)) as Export
}
