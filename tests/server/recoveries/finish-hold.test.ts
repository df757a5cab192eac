import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, signUpEquipped, stranger } from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, recover, SETTLES, startWait, WAIT } from '#tests/server/recoveries/steps.ts'

describe('K14 for ten days after a recovery', () => {
  test('what it bound takes nothing away, to the millisecond, and adds and reads', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const second = await addEmail(world, owner.client, 'second@example.com')
    const third = await addEmail(world, owner.client, 'third@example.com')
    const { client, authenticator } = await recover(world, owner)
    const settlesAt = world.now() + SETTLES
    const refused = { status: 403, body: { code: 'not_settled', settlesAt } }
    expect(await addPasskey(client, makeAuthenticator(world), 'Another one')).toMatchObject({ status: 201 })
    const other = ((await client.get('/api/passkeys')).body.passkeys as { id: string; name: string }[]).find(
      ({ name }) => name === 'Another one',
    )
    const held = {
      'promoting an address': (by: Client) => by.put(`/api/emails/${second.id}/primary`),
      'removing an address': (by: Client) => by.delete(`/api/emails/${third.id}`),
      'removing a passkey': (by: Client) => by.delete(`/api/passkeys/${other?.id}`),
      'replacing the backup codes': (by: Client) => by.post('/api/backup-codes'),
      'deleting the account': (by: Client) => by.delete('/api/account'),
    }
    for (const [name, act] of Object.entries(held))
      expect([name, await act(client)]).toMatchObject([
        name,
        { ...refused, body: { ...refused.body, detail: expect.stringContaining('10 days are left') } },
      ])
    expect(await client.get('/api/account/export')).toMatchObject({ status: 200 })
    await addEmail(world, client, 'fourth@example.com')

    world.turnClock(SETTLES - 1)
    const late = stranger(world)
    late.passkeys = authenticator
    done(await signIn(late, authenticator))
    for (const [name, act] of Object.entries(held))
      expect([name, await act(late)]).toMatchObject([
        name,
        { ...refused, body: { ...refused.body, detail: expect.stringContaining('One day is left') } },
      ])
    world.turnClock(1)
    for (const [name, act] of Object.entries(held))
      expect([name, await act(late)]).toMatchObject([name, { status: expect.toSatisfy((status) => status < 300) }])
  })
})

test('V2.3.3 a recovery that fails at its last step changes nothing', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  await startWait(world, owner)
  world.turnClock(WAIT)
  await houseKeep(world)
  const step = await readyToFinish(world, await knock(world, owner))
  const tables = [
    'passkeys',
    'totp',
    'passwords',
    'backup_codes',
    'sessions',
    'recoveries',
    'retired',
    'events',
    'users',
  ]
  const contents = () => Promise.all(tables.map((table) => rows(world, `select * from ${table}`)))
  const before = await contents()
  await world.db.transaction((tx) => tx.run('alter table outbox rename to outbox_away'))
  expect(await finish(step)).toMatchObject({ status: 500, body: { code: 'fault' } })
  expect(await contents()).toEqual(before)
  await world.db.transaction((tx) => tx.run('alter table outbox_away rename to outbox'))
  expect(await finish(step)).toMatchObject({ status: 200 })
})
