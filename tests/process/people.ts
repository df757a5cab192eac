import { type Authenticator, createAuthenticator } from '#tests/helpers/authenticator.ts'
import { type Client, makeBrowser } from '#tests/helpers/client.ts'
import type { Server } from '#tests/process/server.ts'

export type Person = { email: string; client: Client; authenticator: Authenticator }

/** A new browser that reaches a real server through a socket. */
export function browse({ origin }: Pick<Server, 'origin'>): Client {
  return makeBrowser(origin, (url, init) => fetch(url, { ...init, redirect: 'manual' }))
}

/**
 * Signs up a person, reading the code from the testing mailbox unless there is another way to it. Throws if any step is
 * refused, or the server is gone.
 */
export async function signUpAt(
  server: Pick<Server, 'origin'>,
  email: string,
  client: Client = browse(server),
  codeTo: (email: string) => Promise<string> = (to) => newestCode(client, to),
): Promise<Person> {
  const authenticator = createAuthenticator({ origin: server.origin })
  const begun = await client.post('/api/sign-up', { email })
  const code = await codeTo(email)
  const confirmed = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
  const credential = authenticator.create(confirmed.body.options as never)
  const finished = await client.post('/api/sign-up/passkey', { ceremony: confirmed.body.ceremony, credential })
  if (finished.status !== 201)
    throw new Error(`Signing up failed: ${JSON.stringify([begun.body, confirmed.body, finished.body])}`)
  client.passkeys = authenticator
  return { email, client, authenticator }
}

/** The code in the newest letter to an address. */
export async function newestCode(client: Client, email: string): Promise<string> {
  const { body } = await client.get(`/api/testing/mailbox?to=${encodeURIComponent(email)}`)
  // The shape of the testing route's answer.
  const [newest] = body.letters as { code?: string }[]
  return newest?.code ?? ''
}
