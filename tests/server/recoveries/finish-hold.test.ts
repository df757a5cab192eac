import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, HOUR, mailedCode, signUpEquipped, stranger } from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, recover, startWait, WAIT } from '#tests/server/recoveries/steps.ts'

const HELD = { status: 409, body: { code: 'on_hold' } }

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
