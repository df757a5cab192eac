import { type Authenticator, createAuthenticator } from '#tests/helpers/authenticator.ts'
import type { Client } from '#tests/helpers/client.ts'
import { touch } from '#tests/helpers/people.ts'
import type { Arena } from './arena.ts'
import {
  becomeReady,
  codeAt,
  done,
  equipped,
  letterTo,
  PASSWORD,
  passMailbox,
  startWait,
  tokenTo,
  turnClock,
} from './people.ts'

/** A request that succeeds once: its sender, path and body. */
export type Attempt = { client: Client; method?: string; path: string; body?: Record<string, unknown> }

/** Every one-time request, ready to be sent. */
export const STEPS: Record<string, (arena: Arena) => Promise<Attempt>> = {
  'a sign-up code': signUpCode,
  async 'a sign-up passkey'(arena) {
    const { client, body } = await signUpCode(arena)
    const { ceremony, options } = await done(client.post('/api/sign-up/code', body))
    return {
      client,
      path: '/api/sign-up/passkey',
      body: { ceremony, credential: newDevice(arena).create(options as never) },
    }
  },
  async 'a sign-in'(arena) {
    const { authenticator } = await arena.person()
    const client = arena.stranger()
    const { ceremony, options } = await done(client.post('/api/sign-in/options'))
    return { client, path: '/api/sign-in', body: { ceremony, credential: authenticator.get(options as never) } }
  },
  async 'an app code after the password'(arena) {
    const { email, secret } = await equipped(arena)
    const client = arena.stranger()
    const { ceremony } = await done(client.post('/api/sign-in/password', { email, password: PASSWORD }))
    return {
      client,
      path: '/api/sign-in/second-step',
      body: { ceremony, code: codeAt(secret, await turnClock(arena, 0)) },
    }
  },
  async 'a backup code after the password'(arena) {
    const { email, codes } = await equipped(arena)
    const client = arena.stranger()
    const { ceremony } = await done(client.post('/api/sign-in/password', { email, password: PASSWORD }))
    return { client, path: '/api/sign-in/second-step', body: { ceremony, code: codes[0] } }
  },
  async 'a recovery code'(arena) {
    const { email } = await arena.person()
    const client = arena.stranger()
    const { ceremony } = await done(client.post('/api/recovery', { email }))
    return {
      client,
      path: '/api/recovery/code',
      body: { ceremony, code: (await letterTo(arena, email, 'recovery-code')).code },
    }
  },
  async 'a backup code after the mailbox'(arena) {
    const { email, codes } = await equipped(arena)
    const client = arena.stranger()
    return {
      client,
      path: '/api/recovery/second-step',
      body: { ceremony: await passMailbox(arena, client, email), code: codes[1] },
    }
  },
  async 'a recovery cancelled by who asked'(arena) {
    const { email } = await arena.person()
    const client = arena.stranger()
    return { client, path: '/api/recovery/cancel', body: { ceremony: await startWait(arena, client, email) } }
  },
  async 'a cancel link'(arena) {
    const { email } = await arena.person()
    await startWait(arena, arena.stranger(), email)
    return {
      client: arena.stranger(),
      path: '/api/recovery/cancel',
      body: { token: await tokenTo(arena, email, 'recovery-started'), word: 'CANCEL' },
    }
  },
  async 'a recovery cancelled from a session'(arena) {
    const { email, client, authenticator } = await arena.person()
    await startWait(arena, arena.stranger(), email)
    await done(touch(client, authenticator, { act: 'cancel_recovery' }))
    return { client, path: '/api/account/recovery/cancel' }
  },
  async 'an account taken back'(arena) {
    const { email, authenticator } = await arena.person()
    const thief = arena.stranger()
    const { ceremony, options } = await done(
      thief.post('/api/recovery/options', { ceremony: await becomeReady(arena, thief, email) }),
    )
    await done(thief.post('/api/recovery/finish', { ceremony, credential: newDevice(arena).create(options as never) }))
    const client = arena.stranger()
    const begun = await done(client.post('/api/sign-in/options'))
    const credential = authenticator.get(begun.options as never)
    const refused = await client.post('/api/sign-in', { ceremony: begun.ceremony, credential })
    return { client, path: '/api/take-back', body: { ceremony: refused.body.ceremony } }
  },
  async 'a recovery’s finish'(arena) {
    const { email } = await arena.person()
    const client = arena.stranger()
    const { ceremony, options } = await done(
      client.post('/api/recovery/options', { ceremony: await becomeReady(arena, client, email) }),
    )
    return {
      client,
      path: '/api/recovery/finish',
      body: { ceremony, credential: newDevice(arena).create(options as never) },
    }
  },
  async 'a confirmation'(arena) {
    const { client, authenticator } = await arena.person()
    const { ceremony, options } = await done(client.post('/api/confirmation/options'))
    return { client, path: '/api/confirmation', body: { ceremony, credential: authenticator.get(options as never) } }
  },
  async 'a touch for an act'(arena) {
    const { client, authenticator } = await arena.person()
    const { ceremony, options } = await done(client.post('/api/confirmation/options', { act: 'delete_account' }))
    return { client, path: '/api/confirmation', body: { ceremony, credential: authenticator.get(options as never) } }
  },
  async 'a password changed with one touch'(arena) {
    const { client, authenticator } = await equipped(arena)
    await done(touch(client, authenticator, { act: 'replace_password' }))
    return { client, method: 'PUT', path: '/api/password', body: { password: `${PASSWORD} twice` } }
  },
  async 'ten new backup codes with one touch'(arena) {
    const { client, authenticator } = await equipped(arena)
    await done(touch(client, authenticator, { act: 'replace_backup_codes' }))
    return { client, path: '/api/backup-codes' }
  },
  async 'an app code that confirms'(arena) {
    const { secret, authenticator } = await equipped(arena)
    const client = arena.stranger()
    const { ceremony, options } = await done(client.post('/api/sign-in/options'))
    await done(client.post('/api/sign-in', { ceremony, credential: authenticator.get(options as never) }))
    return { client, path: '/api/confirmation', body: { code: codeAt(secret, await turnClock(arena, 0)) } }
  },
  'a new passkey': newPasskey,
  async 'an app’s first code'(arena) {
    const { client } = await arena.person()
    const { ceremony, secret = '' } = await done(client.post('/api/totp'))
    return { client, path: '/api/totp/confirm', body: { ceremony, code: codeAt(secret, await turnClock(arena, 0)) } }
  },
  async 'an e-mail code'(arena) {
    const [{ client }, email] = [await arena.person(), newAddress()]
    const { ceremony } = await done(client.post('/api/emails', { email }))
    return { client, path: '/api/emails/code', body: { ceremony, code: (await letterTo(arena, email)).code } }
  },
  async 'the code of a rehearsal'(arena) {
    const { client, email } = await arena.person()
    const { ceremony } = await done(client.post('/api/check-up/rehearsal'))
    return {
      client,
      path: '/api/check-up/rehearsal/code',
      body: { ceremony, code: (await letterTo(arena, email)).code },
    }
  },
  async 'a passkey’s removal'(arena) {
    const { client, authenticator, path, body } = await newPasskey(arena)
    const added = await done(client.post(path, body))
    const { id } = added.passkey as unknown as { id: string }
    await done(touch(client, authenticator, { act: 'remove_passkey', target: id }))
    return { client, method: 'DELETE', path: `/api/passkeys/${id}` }
  },
  async 'another session’s end'(arena) {
    const { client, authenticator } = await arena.person()
    const other = arena.stranger()
    const { ceremony, options } = await done(other.post('/api/sign-in/options'))
    await done(other.post('/api/sign-in', { ceremony, credential: authenticator.get(options as never) }))
    const { session } = (await done(other.get('/api/session'))) as unknown as { session: { id: string } }
    return { client, method: 'DELETE', path: `/api/sessions/${session.id}` }
  },
}

async function signUpCode(arena: Arena): Promise<Attempt> {
  const [client, email] = [arena.stranger(), newAddress()]
  const { ceremony } = await done(client.post('/api/sign-up', { email }))
  return { client, path: '/api/sign-up/code', body: { ceremony, code: (await letterTo(arena, email)).code } }
}

async function newPasskey(arena: Arena): Promise<Attempt & { authenticator: Authenticator }> {
  const { client, authenticator } = await arena.person()
  const { ceremony, options } = await done(client.post('/api/passkeys/options'))
  const credential = newDevice(arena).create(options as never)
  return { client, authenticator, path: '/api/passkeys', body: { ceremony, credential } }
}

let addresses = 0
function newAddress(): string {
  return `address${++addresses}@example.org`
}

function newDevice({ target }: Arena) {
  return createAuthenticator({ origin: target.origin })
}
