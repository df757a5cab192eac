import type { TouchedAct } from '#server/touches.ts'
import type { Authenticator } from '#tests/helpers/authenticator.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { done } from '#tests/server/second-factor/steps.ts'

/** Uses a passkey for an act and its target, in a session. */
export async function touchWith(
  client: Client,
  authenticator: Authenticator,
  touch: { act: TouchedAct; target?: string },
): Promise<Answer> {
  const { ceremony, options } = done(await client.send('POST', '/api/confirmation/options', touch)).body
  const credential = authenticator.get(options as never)
  return client.send('POST', '/api/confirmation', { ceremony, credential })
}
