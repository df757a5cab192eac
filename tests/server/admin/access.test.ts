import { describe, expect, test } from 'vitest'
import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { firstBrokenAct, type ShownAct } from '#server/admin/audit.ts'
import { type Client, statusesOf } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, signUpReady, signUpWithRole } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, eventKinds, letterNames } from '#tests/server/second-factor/steps.ts'

const ADMIN = '/api/admin'
const TEN_MINUTES = 600_000
const role = (client: Client, key: string, includes: string[] = [], permissions = [`read:${key}`]) =>
  client.put(`${ADMIN}/app-roles/billing/${key}`, { name: key, permissions, includes })
const group = (client: Client, key: string, domains: string[] = []) =>
  client.put(`${ADMIN}/groups/${key}`, { name: key, domains })
const policy = (client: Client, version: number, when: object = { all: [] }) =>
  client.put(`${ADMIN}/policies/billing/small`, {
    effect: 'permit',
    actions: ['approve:invoices'],
    when,
    enabled: true,
    version,
  })

describe('a group', () => {
  test('has members by name, for good or until a time, who are told', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const { userId, email } = await signUp(world)
    expect((await group(client, 'finance', ['example.org'])).status).toBe(204)
    expect((await client.put(`${ADMIN}/groups/finance/members/${userId}`, { until: world.now() })).status).toBe(400)
    const until = world.now() + DAY
    done(await client.put(`${ADMIN}/groups/finance/members/${userId}`, { until }))
    expect((await client.get(`${ADMIN}/groups/finance`)).body).toEqual({
      group: { key: 'finance', name: 'finance', domains: ['example.org'], members: 1 },
      members: [{ id: userId, email, until }],
      roles: [],
    })
    expect((await client.get(`${ADMIN}/groups`)).body).toEqual({
      groups: [{ key: 'finance', name: 'finance', domains: ['example.org'], members: 1 }],
    })
    expect(await eventKinds(world, userId)).toContain('access_given')
    expect(await letterNames(world, email)).toContain('access-changed')
    done(await client.delete(`${ADMIN}/groups/finance/members/${userId}`))
    expect(await eventKinds(world, userId)).toContain('access_taken')
    expect((await client.delete(`${ADMIN}/groups/finance/members/${userId}`)).status).toBe(404)
  })

  test('is removed with what it gave, and an administrator puts neither themselves nor an owner into one', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const { client, userId } = await signUpWithRole(world, 'admin')
    const ada = await signUp(world)
    done(await group(client, 'finance'))
    const put = (id: string) => client.put(`${ADMIN}/groups/finance/members/${id}`, {})
    expect((await put(userId)).body.code).toBe('own_account')
    expect((await put(owner.userId)).body.code).toBe('outranked')
    expect((await put('A'.repeat(22))).status).toBe(404)
    done(await put(ada.userId))
    done(await role(client, 'approver'))
    done(await client.put(`${ADMIN}/app-roles/billing/approver/groups/finance`, {}))
    done(await client.delete(`${ADMIN}/groups/finance`))
    expect(await rows(world, 'select * from members union all select * from members')).toEqual([])
    expect(await rows(world, 'select * from group_roles')).toEqual([])
    expect((await client.get(`${ADMIN}/groups/finance`)).status).toBe(404)
    expect(await letterNames(world, owner.email)).toContain('access-rule-changed')
  })

  test('of fifty members is read in pages', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    done(await group(client, 'all'))
    await world.db.transaction(async (tx) => {
      for (let at = 0; at < 51; at++) {
        const id = tx.newId()
        await tx.run("insert into users (id, handle, name, language, created_at) values (?, ?, '', 'en', 0)", id, id)
        await tx.run(
          'insert into emails (id, user_id, address, canonical, is_primary, created_at) values (?, ?, ?, ?, 1, 0)',
          tx.newId(),
          id,
          `p${at}@example.com`,
          `p${at}@example.com`,
        )
        await tx.run("insert into members (group_key, user_id, created_at) values ('all', ?, 0)", id)
      }
    })
    const first = (await client.get(`${ADMIN}/groups/all`)).body as { members: { id: string }[]; next: string }
    expect(first.members).toHaveLength(50)
    const second = (await client.get(`${ADMIN}/groups/all?after=${first.next}`)).body as typeof first
    expect(second.members).toHaveLength(1)
    expect(second.next).toBeUndefined()
  })
})

describe('a role of an app', () => {
  test('includes others, in no circle and at most five deep', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    expect((await role(client, 'a', ['none'])).body.code).toBe('conflict')
    expect((await role(client, 'a', ['a'])).body.code).toBe('conflict')
    done(await role(client, 'a'))
    done(await role(client, 'b', ['a']))
    expect((await role(client, 'a', ['b'])).body.code).toBe('conflict')
    done(await role(client, 'c', ['b']))
    done(await role(client, 'd', ['c']))
    done(await role(client, 'e', ['d']))
    expect((await role(client, 'f', ['e'])).body.code).toBe('conflict')
    expect((await client.delete(`${ADMIN}/app-roles/billing/a`)).body.code).toBe('conflict')
    done(await client.delete(`${ADMIN}/app-roles/billing/e`))
    expect((await client.delete(`${ADMIN}/app-roles/billing/e`)).status).toBe(404)
  })

  test('of two that include each other at once, one is refused', async () => {
    const world = makeWorld()
    const one = await makeOwner(world)
    const other = await makeOwner(world)
    done(await role(one.client, 'a'))
    done(await role(one.client, 'b'))
    const answers = await Promise.all([role(one.client, 'a', ['b']), role(other.client, 'b', ['a'])])
    expect(statusesOf(answers)).toEqual([204, 409])
  })

  test('counts for nothing in Latchkey itself, whatever it is called', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const ada = await signUpReady(world)
    done(
      await client.put(`${ADMIN}/app-roles/latchkey/owner`, { name: 'Owner', permissions: ['read:*'], includes: [] }),
    )
    done(await client.put(`${ADMIN}/app-roles/latchkey/owner/people/${ada.userId}`, {}))
    expect((await ada.client.get(`${ADMIN}/people`)).status).toBe(404)
  })
})

describe('who has what', () => {
  test('is shown of a role, and of a person with where it comes from', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const { userId, email } = await signUp(world)
    const until = world.now() + TEN_MINUTES
    done(await group(client, 'finance'))
    done(await group(client, 'staff', [email.split('@')[1] ?? '']))
    done(await role(client, 'viewer'))
    done(await role(client, 'approver', ['viewer']))
    done(await client.put(`${ADMIN}/groups/finance/members/${userId}`, { until }))
    done(await client.put(`${ADMIN}/app-roles/billing/viewer/groups/staff`, {}))
    done(await client.put(`${ADMIN}/app-roles/billing/approver/people/${userId}`, {}))
    const seen = async () => (await client.get(`${ADMIN}/people/${userId}`)).body.access
    const staff = { key: 'staff', name: 'staff', byDomain: true }
    const own = { app: 'billing', role: 'approver', name: 'approver' }
    const byGroup = { app: 'billing', role: 'viewer', name: 'viewer', group: 'staff' }
    expect(await seen()).toEqual({
      groups: [{ key: 'finance', name: 'finance', until, byDomain: false }, staff],
      appRoles: [own, byGroup],
    })
    world.turnClock(TEN_MINUTES)
    expect(await seen()).toEqual({ groups: [staff], appRoles: [own, byGroup] })
    expect((await client.get(`${ADMIN}/app-roles/billing/approver`)).body).toEqual({
      role: { app: 'billing', key: 'approver', name: 'approver', permissions: ['read:approver'], includes: ['viewer'] },
      groups: [],
      people: [{ id: userId, email }],
    })
    expect((await client.get(`${ADMIN}/app-roles/billing/viewer`)).body).toMatchObject({
      groups: [{ key: 'staff', name: 'staff' }],
      people: [],
    })
  })
})

describe('a policy', () => {
  test('is changed only as the version that was seen, by one of four at once', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    expect((await policy(client, 0)).body).toEqual({ version: 1 })
    expect((await policy(client, 0)).body.code).toBe('conflict')
    expect((await policy(client, 2)).body.code).toBe('conflict')
    const owners = await Promise.all(Array.from({ length: 4 }, () => makeOwner(world)))
    const answers = await Promise.all(owners.map((owner) => policy(owner.client, 1)))
    expect(statusesOf(answers)).toEqual([200, 409, 409, 409])
    expect((await client.get(`${ADMIN}/policies`)).body).toMatchObject({ policies: [{ id: 'small', version: 2 }] })
  })

  test.each([
    ['an unknown comparison', { like: ['a', 'b'] }],
    ['an attribute of nobody', { eq: [{ attribute: 'person.id' }, 'x'] }],
    ['two conditions in one', { all: [], any: [] }],
    ['no condition', {}],
    ['values that are never comparable', { lt: [{ attribute: 'user.groups' }, 3] }],
  ])('with %s is refused with a reason', async (_, when) => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const answer = await policy(client, 0, when)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([
      400,
      'invalid_input',
      expect.stringMatching(/^when/),
    ])
  })
})

test('a touch for one change allows no other one', async () => {
  const world = makeWorld()
  const { client, authenticator } = await makeOwner(world)
  const first = await client.send('PUT', `${ADMIN}/groups/finance`, { name: 'Finance', domains: [] })
  const { act, target } = first.body as { act: 'put_group'; target: string }
  const { touch } = await import('#tests/helpers/people.ts')
  await touch(client, authenticator, { act, target })
  const other = await client.send('PUT', `${ADMIN}/groups/finance`, { name: 'Finance', domains: ['evil.example'] })
  expect(other.body.code).toBe('touch_required')
  expect((await client.send('PUT', `${ADMIN}/groups/finance`, { name: 'Finance', domains: [] })).status).toBe(204)
})

test('every change of access is in the chain of what administrators did', async () => {
  const world = makeWorld()
  const { client } = await makeOwner(world)
  const { userId, email } = await signUp(world)
  await grantRoleAsOperator(world, { email: (await signUpReady(world)).email, role: 'helper' })
  expect(email).toContain('@')
  done(await group(client, 'finance'))
  done(await client.put(`${ADMIN}/groups/finance/members/${userId}`, {}))
  done(await role(client, 'approver'))
  done(await client.put(`${ADMIN}/app-roles/billing/approver/people/${userId}`, {}))
  done(await client.put(`${ADMIN}/app-roles/billing/approver/groups/finance`, {}))
  done(await policy(client, 0))
  const { id } = done(await client.post(`${ADMIN}/service-keys`, { app: 'billing', name: 'Invoices' })).body
  done(await client.delete(`${ADMIN}/service-keys/${String(id)}`))
  done(await client.delete(`${ADMIN}/policies/billing/small`))
  done(await client.delete(`${ADMIN}/app-roles/billing/approver/groups/finance`))
  done(await client.delete(`${ADMIN}/app-roles/billing/approver/people/${userId}`))
  done(await client.delete(`${ADMIN}/app-roles/billing/approver`))
  done(await client.delete(`${ADMIN}/groups/finance/members/${userId}`))
  done(await client.delete(`${ADMIN}/groups/finance`))
  const { acts } = (await client.get(`${ADMIN}/audit?limit=200`)).body as { acts: ShownAct[] }
  expect(
    acts
      .map(({ act }) => act)
      .toReversed()
      .slice(2),
  ).toEqual([
    'group_put',
    'member_put',
    'app_role_put',
    'app_role_given',
    'app_role_given',
    'policy_put',
    'service_key_made',
    'service_key_revoked',
    'policy_removed',
    'app_role_taken',
    'app_role_taken',
    'app_role_removed',
    'member_removed',
    'group_removed',
  ])
  expect(firstBrokenAct(acts.toReversed())).toBeUndefined()
})
