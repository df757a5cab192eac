import type { SignUpMode } from '#server/config/sign-up.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, type Person } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'

export const SIGN_UP = '/api/admin/settings/sign-up'
export const APPROVALS = '/api/admin/approvals'
export const INVITATIONS = '/api/admin/invitations'

/** Sets who may sign up, as an administrator. */
export async function setMode(
  { client }: Pick<Person, 'client'>,
  mode: SignUpMode,
  domains?: string[],
): Promise<Answer> {
  const { version } = (await client.get(SIGN_UP)).body
  return client.put(SIGN_UP, { mode, domains, version })
}

/** Makes an invitation as an administrator, and returns its token. */
export async function inviteAs(
  { client }: Person,
  asked: { email?: string; people?: number; days?: number },
): Promise<{ id: string; token: string }> {
  const { status, body } = await client.post(INVITATIONS, asked)
  if (status !== 201) throw new Error(`Inviting failed: ${JSON.stringify(body)}`)
  return { id: String(body.id), token: tokenIn(String(body.link)) }
}

export function tokenIn(link: string): string {
  return link.slice(link.indexOf('#') + 1)
}

let browsers = 0

/** A browser with an IP of its own, so that no limit per IP is in the way. */
export function newcomer(world: TestWorld): Client {
  browsers += 1
  return makeClient(world, { ip: `192.0.${browsers >> 8}.${browsers & 255}` })
}

/** The step at which a sign-up ended, and its answer. */
export type Tried = { step: 'begin' | 'code' | 'passkey'; answer: Answer; client: Client }

/** Signs up as far as it goes, with the code of the letter if one came. */
export async function trySignUp(
  world: TestWorld,
  { email, invitation, client = newcomer(world) }: { email: string; invitation?: string; client?: Client },
): Promise<Tried> {
  const begun = await client.post('/api/sign-up', { email, invitation })
  if (begun.status !== 202) return { step: 'begin', answer: begun, client }
  const letter = (await lettersTo(world, email)).find((one) => one.code !== undefined)
  const code = letter?.code ?? '000000'
  const confirmed = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
  if (confirmed.status !== 200) return { step: 'code', answer: confirmed, client }
  const authenticator = makeAuthenticator(world)
  client.passkeys = authenticator
  const credential = authenticator.create(confirmed.body.options as never)
  const answer = await client.post('/api/sign-up/passkey', { ceremony: confirmed.body.ceremony, credential })
  return { step: 'passkey', answer, client }
}
