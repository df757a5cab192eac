import type { Touch } from '#server/touches.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, touch } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { codeAt, done, type Equipped, signUpEquipped } from '#tests/server/second-factor/steps.ts'

/** A person with everything that can be taken away, and the ids of the newest passkey and address. */
export type Owner = Equipped & { passkeyId: string; emailId: string }

/** Signs up a person with two passkeys, an app, a password, backup codes and two addresses. */
export async function signUpWithAll(world: TestWorld): Promise<Owner> {
  const owner = await signUpEquipped(world)
  const { passkey } = done(await addPasskey(owner.client, makeAuthenticator(world), 'The second')).body
  const { id } = await addEmail(world, owner.client, `second+${owner.email}`)
  return { ...owner, passkeyId: (passkey as { id: string }).id, emailId: id }
}

/** One act that takes something away: the touch for it, and its request. */
export type TakingAway = { wanted: Touch; send: (client: Client) => Promise<Answer> }

export const NEW_PASSWORD = 'nine silver bells in May'

function request(wanted: Touch, method: string, path: string, body?: unknown): TakingAway {
  return { wanted, send: (client) => client.send(method, path, body) }
}

/** Every act that takes something away, by name. */
export const ACTS: Record<string, (world: TestWorld, owner: Owner) => TakingAway | Promise<TakingAway>> = {
  'removing a passkey': (_world, { passkeyId }) =>
    request({ act: 'remove_passkey', target: passkeyId }, 'DELETE', `/api/passkeys/${passkeyId}`),
  'removing the app': () => request({ act: 'remove_app' }, 'DELETE', '/api/totp'),
  'removing the password': () => request({ act: 'remove_password' }, 'DELETE', '/api/password'),
  'replacing the app': async (world, { client, authenticator }) => {
    done(await touch(client, authenticator, { act: 'replace_app' }))
    const { ceremony, secret } = done(await client.post('/api/totp')).body as { ceremony: string; secret: string }
    // The offer needs the touch and does not spend it. A confirmation takes it away.
    done(await confirm(client, authenticator))
    return {
      wanted: { act: 'replace_app' },
      send: (browser) => browser.send('POST', '/api/totp/confirm', { ceremony, code: codeAt(secret, world.now()) }),
    }
  },
  'replacing the backup codes': () => request({ act: 'replace_backup_codes' }, 'POST', '/api/backup-codes'),
  'changing the password': () =>
    request({ act: 'replace_password' }, 'PUT', '/api/password', { password: NEW_PASSWORD }),
  'removing an address': (_world, { emailId }) =>
    request({ act: 'remove_email', target: emailId }, 'DELETE', `/api/emails/${emailId}`),
  'making another address the primary one': (_world, { emailId }) =>
    request({ act: 'promote_email', target: emailId }, 'PUT', `/api/emails/${emailId}/primary`),
  'deleting the account': () => request({ act: 'delete_account' }, 'DELETE', '/api/account'),
}

/** The refusal of an act that needs a touch first. */
export function untouched({ act, target }: Touch) {
  return { status: 403, body: { code: 'touch_required', act, ...(target !== undefined && { target }) } }
}
