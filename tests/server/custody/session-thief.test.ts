import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { ACTS, type Owner, signUpWithAll, type TakingAway, untouched } from '#tests/server/custody/touch-steps.ts'
import { addEmail, emailsOf } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, letterNames, signInByPassword, stranger } from '#tests/server/second-factor/steps.ts'

/** Everything of the owner that a thief would take away, as it is stored. */
async function holdings(world: ReturnType<typeof makeWorld>, { userId }: Owner) {
  const stored = (sql: string) => rows(world, sql, userId)
  return {
    passkeys: await stored(`select id from passkeys where user_id = ? and name <> 'Thief' order by id`),
    app: await stored('select secret from totp where user_id = ?'),
    codes: await stored('select selector, hash from backup_codes where user_id = ? order by selector'),
    password: await stored('select hash from passwords where user_id = ?'),
    addresses: await stored(
      `select address, is_primary from emails where user_id = ? and address <> 'thief@example.com' order by address`,
    ),
    deletion: await stored('select delete_at from users where id = ?'),
  }
}

test('custody C2 a stolen session, freshly confirmed, takes nothing in nine days, and the owner ends it', async () => {
  const world = makeWorld({ LIMIT_SCALE: '100' })
  const owner = await signUpWithAll(world)
  world.turnClock(DAY)
  done(await signIn(owner.client, owner.authenticator))
  done(await confirm(owner.client, owner.authenticator))
  // An offer of another app is refused before there is anything to send.
  const { 'replacing the app': _, ...acts } = ACTS
  const taking: TakingAway[] = []
  for (const prepare of Object.values(acts)) taking.push(await prepare(world, owner))
  const before = await holdings(world, owner)

  // The cookie is stolen. The thief adds a passkey and signs in with it elsewhere.
  const cookie: Client = owner.client.copy()
  const thief = makeAuthenticator(world)
  const { passkey } = done(await addPasskey(cookie, thief, 'Thief')).body
  const { id: thiefId } = passkey as { id: string }
  done(await cookie.post('/api/passkeys/options'))
  await addEmail(world, cookie, 'thief@example.com')
  const elsewhere = stranger(world)

  for (let day = 0; day <= 9; day += 1) {
    done(await signIn(elsewhere, thief))
    done(await confirm(elsewhere, thief))
    for (const { wanted, send } of taking) {
      for (const client of [cookie, elsewhere]) {
        expect([day, wanted, await send(client)]).toMatchObject([day, wanted, untouched(wanted)])
      }
      // Its own passkey is not among those that may touch.
      const { ceremony, options } = done(await elsewhere.send('POST', '/api/confirmation/options', wanted)).body
      expect(JSON.stringify(options)).not.toContain(thief.passkeys[0]?.credentialId.toString('base64url'))
      const credential = thief.get(options as never, { passkey: thief.passkeys[0] })
      expect(await elsewhere.send('POST', '/api/confirmation', { ceremony, credential })).toMatchObject({
        status: 403,
        body: { code: 'confirmation_failed' },
      })
    }
    expect(await elsewhere.post('/api/totp')).toMatchObject(untouched({ act: 'replace_app' }))
    expect(await holdings(world, owner)).toEqual(before)
    world.turnClock(day < 9 ? DAY : 0)
    await houseKeep(world)
  }

  // Day nine: the owner looks, and is told the passkey that was added.
  expect(await letterNames(world, owner.email)).toEqual(expect.arrayContaining(['passkey-added', 'new-browser']))
  const home = stranger(world)
  done(await signIn(home, owner.authenticator))
  home.passkeys = owner.authenticator
  expect((await signInByPassword(world, owner)).answer, 'the password and the app').toMatchObject({ status: 200 })
  const removed = await home.delete(`/api/passkeys/${thiefId}`)
  expect(removed).toMatchObject({ status: 200, body: { sessions: [expect.any(String)] } })
  done(await home.delete('/api/sessions'))
  const stolen = (await emailsOf(home)).find(({ address }) => address === 'thief@example.com')
  done(await home.delete(`/api/emails/${stolen?.id}`))

  expect(await signIn(stranger(world), thief)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
  for (const client of [cookie, elsewhere]) expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await rows(world, 'select 1 from sessions where user_id = ?', owner.userId)).toHaveLength(1)
  expect(await holdings(world, owner)).toEqual(before)
})
