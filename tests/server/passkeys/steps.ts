import type { Authenticator, RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, type Person, signUp } from '#tests/helpers/people.ts'
import type { World } from '#server/world.ts'

export type CreationOptions = Parameters<Authenticator['create']>[0]
export type RequestOptions = Parameters<Authenticator['get']>[0]

/** A begun ceremony: the sealed text, and the options for the browser. */
export type Begun<Options> = { ceremony: string; options: Options }

/** Asks for a letter and types its code; the next step makes the passkey. */
export async function readyToSignUp(
  world: World,
  { email, client }: { email: string; client: Client },
): Promise<Begun<CreationOptions>> {
  const { ceremony } = begun(await client.post('/api/sign-up', { email }))
  const { code } = await newestLetter(world, email)
  return begun(await client.post('/api/sign-up/code', { ceremony, code }))
}

export async function readyToAdd(client: Client): Promise<Begun<CreationOptions>> {
  return begun(await client.post('/api/passkeys/options'))
}

export async function readyToSignIn(client: Client): Promise<Begun<RequestOptions>> {
  return begun(await client.post('/api/sign-in/options'))
}

export async function readyToConfirm(client: Client): Promise<Begun<RequestOptions>> {
  return begun(await client.post('/api/confirmation/options'))
}

/** One of the two flows that register a passkey, up to the browser's own step. */
export type Road = {
  authenticator: Authenticator
  options: CreationOptions
  finish: (credential: unknown) => Promise<Answer>
}

/** Every flow that registers a passkey. */
export const ROADS: Record<'at sign-up' | 'when adding', (world: World) => Promise<Road>> = {
  async 'at sign-up'(world) {
    const client = makeClient(world)
    const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
    return {
      authenticator: makeAuthenticator(world),
      options,
      finish: (credential) => client.post('/api/sign-up/passkey', { ceremony, credential }),
    }
  },
  async 'when adding'(world) {
    const { client } = await signUp(world)
    const { ceremony, options } = await readyToAdd(client)
    return {
      authenticator: makeAuthenticator(world),
      options,
      finish: (credential) => client.post('/api/passkeys', { ceremony, credential }),
    }
  },
}

/** Completes a flow with a passkey that deviates where the twist says so. */
export async function register(
  { authenticator, options, finish }: Road,
  twist: RegistrationTwist = {},
): Promise<Answer> {
  return finish(authenticator.create(options, twist))
}

/** One of the two flows that accept a passkey, up to the browser's own step. */
export type Door = { options: RequestOptions; finish: (credential: unknown) => Promise<Answer> }

/** Every flow that accepts a passkey of a registered person, with its refusal: in a new browser, and in their own session. */
export const DOORS: Record<
  'at sign-in' | 'when confirming',
  { open: (world: World, owner: Person) => Promise<Door>; done: number; refused: number; code: string }
> = {
  'at sign-in': {
    async open(world) {
      const client = makeClient(world)
      const { ceremony, options } = await readyToSignIn(client)
      return { options, finish: (credential) => client.post('/api/sign-in', { ceremony, credential }) }
    },
    done: 200,
    refused: 401,
    code: 'sign_in_failed',
  },
  'when confirming': {
    async open(_world, { client }) {
      const { ceremony, options } = await readyToConfirm(client)
      return { options, finish: (credential) => client.post('/api/confirmation', { ceremony, credential }) }
    },
    done: 204,
    refused: 403,
    code: 'confirmation_failed',
  },
}

/** A registered person whose authenticator counts. */
export function signUpCounting(world: World): Promise<Person> {
  return signUp(world, { authenticator: makeAuthenticator(world, { counter: 'counting' }) })
}

/** The answer to a step that begins a ceremony. Throws if it was refused, because the preparation of the test failed. */
export function begun<Options>({ status, body }: Answer): Begun<Options> {
  if (status >= 300) throw new Error(`A ceremony did not begin: ${JSON.stringify(body)}`)
  // The frontier: the JSON that the API sends to a browser.
  return body as unknown as Begun<Options>
}
