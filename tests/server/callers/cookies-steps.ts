import { SESSION } from '#tests/helpers/cookie-names.ts'
import { unsealData } from 'iron-session'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { type TestWorld } from '#tests/helpers/world.ts'

export const NOBODY = { status: 401, body: { code: 'not_signed_in' } }

export const NAME = SESSION

export function withCookie(world: TestWorld, value: string): Client {
  return makeClient(world, { cookies: new Map([[NAME, value]]) })
}

/** The token inside a cookie, which only the server can read. */
export async function tokenOf(world: TestWorld, client: Client): Promise<string> {
  const { token } = await unsealData<{ token: string }>(client.cookies.get(NAME) ?? '', {
    password: world.keys.session[0].bytes.toString('base64url'),
    ttl: 0,
  })
  return token
}
