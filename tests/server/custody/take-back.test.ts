import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn } from '#tests/helpers/people.ts'
import { emailsOf } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  DAY,
  done,
  eventKinds,
  letterNames,
  passPassword,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { KEPT, knock, recover, startWait, states, takeBack } from '#tests/server/recoveries/steps.ts'
import { askBack, OTHER, OVER, PLANTED, robbed, settleIn, YOUNG } from '#tests/server/custody/take-back-steps.ts'

describe('the owner takes the account back with a passkey from before the recovery', () => {
  test('everything that was added since is gone', async () => {
    const story = await robbed()
    const { world, owner, thief } = story
    const { backdoor, secret } = await settleIn(story)
    const home = stranger(world)
    expect(await takeBack(home, owner.authenticator)).toMatchObject({
      status: 200,
      body: { user: { id: owner.userId, email: owner.email }, accepted: { credentialIds: [expect.any(String)] } },
    })
    for (const passkey of [backdoor, thief.authenticator])
      expect(await signIn(stranger(world), passkey)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
    expect((await emailsOf(home)).map(({ address }) => address).toSorted()).toEqual([OTHER, owner.email].toSorted())
    const { email } = owner
    expect(await stranger(world).post('/api/sign-in/password', { email, password: 'nine silver bells' })).toMatchObject(
      { status: 401 },
    )
    const { client, pass } = await knock(world, owner)
    expect(
      await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code: codeAt(secret, world.now()) }),
    ).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    for (const table of ['totp', 'passwords', 'passkeys'])
      expect([table, await rows(world, `select 1 from ${table}`)]).toEqual([table, [expect.anything()]])
  })

  test('what had settled works again: passkey, app, password, backup codes', async () => {
    const story = await robbed()
    const { world, owner, thief } = story
    await settleIn(story)
    done(await takeBack(stranger(world), owner.authenticator))
    expect(await rows(world, 'select 1 from retired')).toEqual([])
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
    for (const code of [codeAt(owner.secret, world.now()), owner.codes[0]]) {
      const client = stranger(world)
      const ceremony = await passPassword(client, owner.email)
      expect(await client.post('/api/sign-in/second-step', { ceremony, code })).toMatchObject({ status: 200 })
    }
    const { client, pass } = await knock(world, owner)
    expect(pass.ways).toEqual(['totp', 'backup_code'])
    const { ceremony } = pass
    for (const [code, status] of [
      [(thief as unknown as { codes: string[] }).codes[0], 401],
      [owner.codes[1], 200],
    ] as const)
      expect(await client.post('/api/recovery/second-step', { ceremony, code })).toMatchObject({ status })
  })

  test('what is back has settled, so it takes away at once', async () => {
    const { world, owner } = await robbed()
    const home = stranger(world)
    home.passkeys = owner.authenticator
    done(await takeBack(home, owner.authenticator))
    const email = (await emailsOf(home)).find(({ address }) => address === OTHER)
    expect(await home.delete(`/api/emails/${email?.id}`)).toMatchObject({ status: 204 })
    expect(await home.post('/api/backup-codes')).toMatchObject({ status: 200 })
  })

  test('every session and every recovery ends, and the browser is signed in', async () => {
    const { world, owner, thief } = await robbed()
    const road = await startWait(world, { email: OTHER })
    const mine = await startWait(world, owner)
    const home = stranger(world)
    done(await takeBack(home, owner.authenticator))
    expect(await thief.client.get('/api/session')).toMatchObject({ status: 401 })
    expect((await home.get('/api/session')).body.session).toMatchObject({ way: 'passkey', confirmedAt: world.now() })
    expect(await rows(world, 'select 1 from sessions')).toHaveLength(1)
    expect((await states(world, owner.userId)).toSorted()).toEqual(['cancelled', 'cancelled', 'completed'])
    for (const { client, pass } of [road, mine])
      expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject(OVER)
  })

  test('every address gets a letter, those that go included, and the activity shows it', async () => {
    const story = await robbed()
    const { world, owner } = story
    await settleIn(story)
    done(await takeBack(stranger(world), owner.authenticator))
    for (const to of [owner.email, OTHER, PLANTED])
      expect([to, (await letterNames(world, to)).filter((letter) => letter === 'account-taken-back')]).toEqual([
        to,
        ['account-taken-back'],
      ])
    expect(await letterNames(world, YOUNG)).not.toContain('account-taken-back')
    expect(await eventKinds(world, owner.userId)).toEqual(
      expect.arrayContaining(['recovery_completed', 'email_removed', 'account_taken_back', 'signed_in']),
    )
  })

  test('a planned deletion ends', async () => {
    const { world, owner } = await robbed()
    await world.db.transaction((tx) => tx.run('update users set delete_at = ?', tx.now + DAY))
    done(await takeBack(stranger(world), owner.authenticator))
    expect(await rows(world, 'select delete_at from users')).toEqual([{ delete_at: null }])
    for (const kind of ['account_taken_back', 'account_deletion_undone'])
      expect(await eventKinds(world, owner.userId)).toContain(kind)
  })

  test('an authenticator app that was suspended works again, as after every sign-in with a passkey', async () => {
    const { world, owner } = await robbed({ suspended: true })
    done(await takeBack(stranger(world), owner.authenticator))
    expect(await rows(world, 'select suspended_at from totp')).toEqual([{ suspended_at: null }])
    expect(await letterNames(world, owner.email)).toContain('totp-revived')
  })

  test('until seven days have passed, to the millisecond', async () => {
    const { world, owner, at } = await robbed()
    world.turnClock(at + KEPT - 1 - world.now())
    await houseKeep(world)
    const home = stranger(world)
    const answer = await signIn(home, owner.authenticator)
    expect(answer).toMatchObject({ status: 409, body: { code: 'way_retired', retiredAt: at, until: at + KEPT } })
    const late = stranger(world)
    const ceremony = await askBack(late, owner.authenticator)
    world.turnClock(1)
    expect(await late.post('/api/take-back', { ceremony })).toMatchObject(OVER)
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({
      status: 401,
      body: { code: 'unknown_passkey' },
    })
    world.turnClock(-1)
    expect(await home.post('/api/take-back', { ceremony: answer.body.ceremony })).toMatchObject({ status: 200 })
  })

  test('nothing is kept longer than that', async () => {
    const { world, at } = await robbed()
    world.turnClock(at + KEPT - 1 - world.now())
    await houseKeep(world)
    expect(await rows(world, 'select 1 from retired')).toHaveLength(4)
    world.turnClock(1)
    await houseKeep(world)
    expect(await rows(world, 'select 1 from retired')).toEqual([])
  })

  test('also after a second recovery, with the oldest passkey', async () => {
    const story = await robbed()
    const { world, owner, thief } = story
    const { backdoor } = await settleIn(story)
    const second = await recover(world, { email: OTHER })
    world.turnClock(1)
    for (const unsettled of [thief.authenticator, backdoor])
      expect(await signIn(stranger(world), unsettled)).toMatchObject({ body: { code: 'unknown_passkey' } })
    const home = stranger(world)
    expect(await takeBack(home, owner.authenticator)).toMatchObject({ status: 200 })
    expect(await signIn(stranger(world), second.authenticator)).toMatchObject({ body: { code: 'unknown_passkey' } })
    expect((await home.get('/api/passkeys')).body.passkeys).toHaveLength(1)
    expect(await rows(world, 'select 1 from retired')).toEqual([])
    // The mailbox alone may begin again, and its wait is as long as ever.
    world.turnClock(1)
    expect((await knock(world, { email: OTHER })).pass.state).toBe('none')
  })
})
