import { expect, test } from 'vitest'
import { BROWSER } from '#tests/helpers/cookie-names.ts'
import { hashSecret } from '#server/crypto/argon2.ts'
import { makeBackupCodes } from '#server/backup-codes/make.ts'
import { beginEmail } from '#server/emails/add.ts'
import { promoteEmail, removeEmail } from '#server/emails/change.ts'
import { actorOf } from '#server/callers/identify.ts'
import { visitorOf } from '#server/callers/visitor.ts'
import { removePasskey } from '#server/passkeys/remove.ts'
import { renamePasskey } from '#server/passkeys/rename.ts'
import { removePassword } from '#server/passwords/remove.ts'
import { setPassword } from '#server/passwords/set.ts'
import { endOtherSessions } from '#server/sessions/end.ts'
import { removeTotp } from '#server/totp/remove.ts'
import { deleteAccount } from '#server/users/delete.ts'
import { exportAccount } from '#server/export/export.ts'
import { renameAccount } from '#server/users/rename.ts'
import type { Actor } from '#server/actor.ts'
import { signIn, touch } from '#tests/helpers/people.ts'
import { makeCostlyWorld, makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, PASSWORD, signUpWithApp, stranger } from '#tests/server/second-factor/steps.ts'

const ID = 'A'.repeat(22)

/** The actions of a session that change something, called as use-cases. */
const ACTS: Record<string, (world: TestWorld, actor: Actor, passkeyId: string) => Promise<unknown>> = {
  'makes no backup codes': (world, actor) => makeBackupCodes(world, actor),
  'removes no passkey': (world, actor, id) => removePasskey(world, actor, { id }),
  'renames no passkey': (world, actor, id) => renamePasskey(world, actor, { id, name: 'mine' }),
  'removes no app': (world, actor) => removeTotp(world, actor),
  'sets no password': (world, actor) => setPassword(world, actor, { password: `${PASSWORD} more` }),
  'removes no password': (world, actor) => removePassword(world, actor),
  'asks for no address': (world, actor) => beginEmail(world, actor, { email: 'evil@example.com' }),
  'promotes no address': (world, actor) => promoteEmail(world, actor, { id: ID }),
  'removes no address': (world, actor) => removeEmail(world, actor, { id: ID }),
  'ends no session': (world, actor) => endOtherSessions(world, actor),
  'exports no data': (world, actor) => exportAccount(world, actor),
  'does not delete the account': (world, actor) => deleteAccount(world, actor),
  'does not rename the account': (world, actor) => renameAccount(world, actor, { name: 'mine' }),
}

test.each(Object.entries(ACTS))('S11 V15.4.2 a session that is ended during its request %s', async (_name, act) => {
  const world = makeWorld()
  const thief = await signUpWithApp(world)
  const owner = stranger(world)
  done(await signIn(owner, thief.authenticator))
  const [passkey] = await rows<{ id: string }>(world, 'select id from passkeys')

  const visitor = visitorOf({
    ip: '192.0.2.1',
    userAgent: '',
    language: 'en',
    browserId: thief.client.cookies.get(BROWSER) ?? '',
  })
  const actor = await actorOf(world, visitor, { get: (name) => thief.client.cookies.get(name) })
  if (!actor) throw new Error('Nobody is signed in.')
  done(await owner.delete('/api/sessions'))

  await leavingAllAsItWas(world, async () => {
    await expect(act(world, actor, passkey?.id ?? '')).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})

test('a password is not stored if its session ends while it is hashed', async () => {
  const world = makeCostlyWorld()
  const thief = await signUpWithApp(world)
  const before = await rows(world, 'select * from passwords')
  const owner = stranger(world)
  done(await signIn(owner, thief.authenticator))
  done(await touch(thief.client, thief.authenticator, { act: 'replace_password' }))

  // The queue of slow hashes is long, so the session ends while the password waits in it.
  const busy = Array.from({ length: 12 }, () => hashSecret(world, 'another secret'))
  const underWay = thief.client.put('/api/password', { password: 'seven tall herons wade slowly' })
  await new Promise((resolve) => setTimeout(resolve, 30))
  done(await owner.delete('/api/sessions'))

  expect(await underWay).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  expect(await rows(world, 'select * from passwords')).toEqual(before)
  await Promise.all(busy)
})
