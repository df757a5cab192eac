import { type Authenticator, createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import type { Touch } from '#server/touches.ts'
import type { World } from '#server/world.ts'

export type Person = { email: string; client: Client; authenticator: Authenticator; userId: string }
type Options = { email?: string; client?: Client; authenticator?: Authenticator }

let people = 0

/** Signs up a person through the API, in a browser of their own, and returns them signed in. */
export async function signUp(
  world: World,
  {
    email = `person${++people}@example.com`,
    client = makeClient(world, { ip: `198.51.${people >> 8}.${people & 255}` }),
    authenticator = makeAuthenticator(world),
  }: Options = {},
): Promise<Person> {
  const begun = await client.post('/api/sign-up', { email })
  const { code } = await newestLetter(world, email)
  const confirmed = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
  const credential = authenticator.create(confirmed.body.options as never)
  const finished = await client.post('/api/sign-up/passkey', { ceremony: confirmed.body.ceremony, credential })
  if (finished.status !== 201)
    throw new Error(`Signing up failed: ${JSON.stringify([begun.body, confirmed.body, finished.body])}`)
  client.passkeys = authenticator
  return { email, client, authenticator, userId: (finished.body.user as { id: string }).id }
}

/** Signs in with the authenticator's newest passkey, in this browser. */
export async function signIn(
  client: Client,
  authenticator: Authenticator,
  ...twist: Parameters<Authenticator['get']> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Answer> {
  const begun = await client.post('/api/sign-in/options')
  const credential = authenticator.get(begun.body.options as never, ...twist)
  return client.post('/api/sign-in', { ceremony: begun.body.ceremony, credential })
}

/** Confirms the session with the authenticator's passkey. */
export async function confirm(client: Client, authenticator: Authenticator): Promise<Answer> {
  const begun = await client.post('/api/confirmation/options')
  const credential = authenticator.get(begun.body.options as never)
  return client.post('/api/confirmation', { ceremony: begun.body.ceremony, credential })
}

/** Uses the authenticator's passkey for one act that takes something away. The session may then do it once. */
export async function touch(client: Client, authenticator: Authenticator, wanted: Touch): Promise<Answer> {
  const begun = await client.send('POST', '/api/confirmation/options', wanted)
  if (!begun.body.options) return begun
  const credential = authenticator.get(begun.body.options as never)
  return client.send('POST', '/api/confirmation', { ceremony: begun.body.ceremony, credential })
}

/** Adds another passkey, made by this authenticator. */
export async function addPasskey(client: Client, authenticator: Authenticator, name?: string): Promise<Answer> {
  const begun = await client.post('/api/passkeys/options')
  if (begun.status !== 200) return begun
  const credential = authenticator.create(begun.body.options as never)
  return client.post('/api/passkeys', { ceremony: begun.body.ceremony, credential, name })
}

export function makeAuthenticator(
  world: World,
  settings: Partial<Parameters<typeof createAuthenticator>[0]> = {},
): Authenticator {
  return createAuthenticator({ origin: world.config.origin, ...settings })
}
