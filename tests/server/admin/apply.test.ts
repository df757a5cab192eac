import { expect, test } from 'vitest'
import { applyAccess, planAccess } from '#server/admin/apply/apply.ts'
import { WantedValue } from '#server/admin/apply/wanted.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done } from '#tests/server/second-factor/steps.ts'

const wantedWith = (members: string[]) =>
  WantedValue.parse({
    groups: [
      { key: 'finance', name: 'Finance', members },
      { key: 'sales', name: 'Sales' },
    ],
  })

async function planned(world: TestWorld, members: string[], prune = false) {
  const wanted = wantedWith(members)
  const { plan } = await planAccess(world, wanted, prune)
  return { plan, apply: () => applyAccess(world, wanted, plan, prune) }
}

test('a plan is refused if an administrator has changed the rules since, and another one does the rest', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  const { apply } = await planned(world, [])
  done(await owner.client.put('/api/admin/groups/sales', { name: 'Sales of ours', domains: [] }))
  await expect(apply()).rejects.toMatchObject({ code: 'conflict' })
  expect(await rows(world, 'select name from groups')).toEqual([{ name: 'Sales of ours' }])
  await (await planned(world, [])).apply()
  expect(await rows(world, 'select name from groups order by key')).toEqual([{ name: 'Finance' }, { name: 'Sales' }])
})

test('a person is given nothing twice, and loses nothing twice, if an administrator was faster', async () => {
  const world = makeWorld()
  const owner = await makeOwner(world)
  const { userId, email } = await signUp(world)
  await (await planned(world, [])).apply()
  const member = `/api/admin/groups/finance/members/${userId}`
  const giving = await planned(world, [email])
  done(await owner.client.put(member, { until: world.now() + 1_000 }))
  await giving.apply()
  expect(await rows(world, 'select until from members')).toEqual([{ until: world.now() + 1_000 }])
  const taking = await planned(world, [], true)
  expect(taking.plan.people).toEqual([{ act: 'take', what: 'member', group: 'finance', id: userId, email }])
  done(await owner.client.delete(member))
  const acts = await rows(world, 'select seq from admin_events')
  await taking.apply()
  expect(await rows(world, 'select seq from admin_events')).toEqual(acts)
})

test('a plan is refused for a person whose account is gone', async () => {
  const world = makeWorld()
  const { userId, email } = await signUp(world)
  await (await planned(world, [])).apply()
  const { apply } = await planned(world, [email])
  await world.db.transaction((tx) => tx.run('delete from users where id = ?', userId))
  await expect(apply()).rejects.toMatchObject({ code: 'conflict' })
})

test('two runs at once do everything once', async () => {
  const world = makeWorld()
  const { email } = await signUp(world)
  const runs = [await planned(world, [email]), await planned(world, [email])]
  const ended = await Promise.allSettled(runs.map(({ apply }) => apply()))
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await rows(world, 'select act from admin_events')).toEqual([
    { act: 'group_put' },
    { act: 'group_put' },
    { act: 'member_put' },
  ])
})
