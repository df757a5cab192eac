import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { deleteDueAccounts } from '#server/users/delete.ts'
import { signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { beforeTransaction, done, eventKinds, letterNames, stranger } from '#tests/server/second-factor/steps.ts'
import { startWait, states } from '#tests/server/recoveries/steps.ts'
import { GRACE } from '#tests/server/users/deletion-steps.ts'

describe('deleting an account', () => {
  test('V7.4.2 ends every session at once, and returns the date of the deletion', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const other = stranger(world)
    done(await signIn(other, owner.authenticator))
    expect(await owner.client.delete('/api/account')).toMatchObject({
      status: 200,
      body: { deleteAt: world.now() + GRACE },
    })
    expect(owner.client.cookies.has(SESSION)).toBe(false)
    expect(await other.get('/api/session')).toMatchObject({ status: 401 })
    expect(await letterNames(world, owner.email)).toContain('account-deletion-started')
    expect(await eventKinds(world, owner.userId)).toContain('account_deletion_started')
  })

  test('§6.3 is refused without a touch for it, and with a touch for another act', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const refusal = { status: 403, body: { code: 'touch_required', act: 'delete_account' } }
    const act = () => client.send('DELETE', '/api/account')
    expect(await leavingAllAsItWas(world, act), 'freshly confirmed').toMatchObject(refusal)
    done(await touch(client, authenticator, { act: 'remove_password' }))
    expect(await leavingAllAsItWas(world, act)).toMatchObject(refusal)
  })

  test('K17 at the moment when its recovery starts does not stop the recovery', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const [, deleted] = await Promise.all([startWait(world, owner), owner.client.delete('/api/account')])
    expect([200, 409]).toContain(deleted.status)
    expect(await states(world, owner.userId)).toEqual(['waiting'])
  })

  test('twice at the same time has the effect of once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    done(await touch(owner.client, owner.authenticator, { act: 'delete_account' }))
    const answers = await atOnce(5, () => owner.client.copy().delete('/api/account'))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rows(world, 'select delete_at from users')).toEqual([{ delete_at: world.now() + GRACE }])
  })
})

test('V2.3.3 signing in at the moment of the deletion keeps the account', async () => {
  const world = makeWorld()
  const { client, userId, email } = await signUp(world)
  done(await client.delete('/api/account'))
  world.turnClock(GRACE)
  beforeTransaction(world, 1, (transaction) => transaction((tx) => tx.run('update users set delete_at = null')))
  await deleteDueAccounts(world)
  expect(await rows(world, 'select id from users')).toEqual([{ id: userId }])
  expect(await letterNames(world, email)).not.toContain('account-deleted')
})
