import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  HOUR,
  letterNames,
  mailedCode,
  PASSWORD,
  signInByPassword,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, recover, startWait, states, WAIT } from '#tests/server/recoveries/steps.ts'

const HELD = { status: 409, body: { code: 'on_hold' } }

describe('K13 a completed recovery', () => {
  test('removes every earlier way in', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const elsewhere = await signInByPassword(world, owner)
    const halfway = await knock(world, owner)
    const { client, authenticator, codes } = await recover(world, owner)

    expect(
      await rows(world, 'select 1 from totp union all select 1 from passwords union all select 1 from guesses'),
    ).toEqual([])
    for (const gone of [owner.client, elsewhere.client])
      expect(await gone.get('/api/session')).toMatchObject({ status: 401 })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({
      status: 401,
      body: { code: 'unknown_passkey' },
    })
    expect(
      await stranger(world).post('/api/sign-in/password', { email: owner.email, password: PASSWORD }),
    ).toMatchObject({ status: 401 })
    expect(
      await halfway.client.post('/api/recovery/second-step', { ceremony: halfway.pass.ceremony, code: owner.codes[0] }),
    ).toMatchObject({ status: 410 })

    world.turnClock(1)
    const back = await knock(world, owner)
    expect(back.pass).toMatchObject({ state: 'none', ways: ['backup_code'] })
    for (const code of [owner.codes[1], codeAt(owner.secret, world.now())])
      expect(await back.client.post('/api/recovery/second-step', { ceremony: back.pass.ceremony, code })).toMatchObject(
        { status: 401, body: { code: 'code_wrong' } },
      )
    expect(
      await back.client.post('/api/recovery/second-step', { ceremony: back.pass.ceremony, code: codes[0] }),
    ).toMatchObject({ status: 200 })
    expect(await signIn(stranger(world), authenticator)).toMatchObject({ status: 200 })
    expect((await client.get('/api/backup-codes')).body).toMatchObject({ remaining: 9 })
  })

  test('changes nothing in another account', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUp(world), await signUpEquipped(world)]
    const before = await rows(world, 'select * from passkeys where user_id = ?', other.userId)
    await recover(world, owner)
    expect(await rows(world, 'select * from passkeys where user_id = ?', other.userId)).toEqual(before)
    expect(await rows(world, 'select 1 from totp union all select 1 from passwords')).toHaveLength(2)
    expect(await other.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('opens a confirmed session and ends the one this browser had', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client } = await recover(world, owner)
    expect((await client.get('/api/session')).body.session).toMatchObject({ way: 'recovery', confirmedAt: world.now() })
    expect(await client.post('/api/backup-codes')).toMatchObject({ status: 200 })
    expect(await rows(world, 'select 1 from sessions where user_id = ?', owner.userId)).toHaveLength(1)
  })

  test('is never cached and returns its codes once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT)
    const answer = await finish(await readyToFinish(world, await knock(world, owner)))
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await rows(world, 'select 1 from backup_codes')).toHaveLength(10)
  })

  test('sends a letter to every address and does not prevent the next recovery', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, 'second@example.com')
    await recover(world, owner)
    for (const to of [owner.email, 'second@example.com'])
      expect(await letterNames(world, to)).toContain('recovery-completed')
    world.turnClock(1)
    await recover(world, { email: 'second@example.com' })
    expect(await states(world, owner.userId)).toEqual(['completed', 'completed'])
  })
})

describe('K14 for 72 hours after a recovery', () => {
  test('changes of addresses and deletion are on hold, to the millisecond, and nothing else is', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const second = await addEmail(world, owner.client, 'second@example.com')
    const { client, authenticator } = await recover(world, owner)
    const held = {
      adding: () => client.post('/api/emails', { email: 'third@example.com' }),
      promoting: () => client.put(`/api/emails/${second.id}/primary`),
      removing: () => client.delete(`/api/emails/${second.id}`),
      deleting: () => client.delete('/api/account'),
    }
    for (const [name, act] of Object.entries(held))
      expect([name, await act()]).toMatchObject([
        name,
        { ...HELD, body: { detail: expect.stringContaining('72 hours') } },
      ])
    expect(await client.get('/api/account/export')).toMatchObject({ status: 200 })

    world.turnClock(72 * HOUR - 1)
    const late = stranger(world)
    done(await signIn(late, authenticator))
    expect(await late.post('/api/emails', { email: 'third@example.com' })).toMatchObject({
      ...HELD,
      body: { detail: expect.stringContaining('1 hour.') },
    })
    expect(await late.delete('/api/account')).toMatchObject(HELD)
    world.turnClock(1)
    expect(await late.put(`/api/emails/${second.id}/primary`)).toMatchObject({ status: 200 })
    expect(await late.delete('/api/account')).toMatchObject({ status: 200 })
  })

  test('an addition of an address that began before is refused', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client } = await recover(world, owner)
    await world.db.transaction((tx) => tx.run('update users set held_until = 0'))
    const { ceremony } = done(await client.post('/api/emails', { email: 'third@example.com' })).body
    await world.db.transaction((tx) => tx.run('update users set held_until = ?', world.now() + HOUR))
    expect(
      await client.post('/api/emails/code', {
        ceremony,
        code: await mailedCode(world, 'third@example.com', 'email-code'),
      }),
    ).toMatchObject(HELD)
  })
})

test('V2.3.3 a recovery that fails at its last step changes nothing', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  await startWait(world, owner)
  world.turnClock(WAIT)
  await houseKeep(world)
  const step = await readyToFinish(world, await knock(world, owner))
  const tables = ['passkeys', 'totp', 'passwords', 'backup_codes', 'sessions', 'recoveries', 'events', 'users']
  const contents = () => Promise.all(tables.map((table) => rows(world, `select * from ${table}`)))
  const before = await contents()
  await world.db.transaction((tx) =>
    tx.run(`create trigger no_letters before insert on outbox begin select raise(abort, 'the disk is full'); end`),
  )
  expect(await finish(step)).toMatchObject({ status: 500, body: { code: 'fault' } })
  expect(await contents()).toEqual(before)
  await world.db.transaction((tx) => tx.run('drop trigger no_letters'))
  expect(await finish(step)).toMatchObject({ status: 200 })
})
