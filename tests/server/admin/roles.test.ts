import { describe, expect, test } from 'vitest'
import { grantRoleAsOperator } from '#server/admin/as-operator.ts'
import { firstBrokenAct, type ShownAct } from '#server/admin/audit.ts'
import { type Client, statusesOf } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady, signUpWithRole } from '#tests/server/admin/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { eventKinds, HOUR, letterNames } from '#tests/server/second-factor/steps.ts'
import { recover } from '#tests/server/recoveries/steps.ts'

const give = (client: Client, id: string, role: string, until?: number) =>
  client.post(`${PEOPLE}/${id}/grant-role`, { role, until })
const take = (client: Client, id: string, role: string) => client.post(`${PEOPLE}/${id}/remove-role`, { role })

describe('a role', () => {
  test('is given only to an account with a passkey and a second way in', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const { userId } = await signUp(world)
    expect((await give(client, userId, 'helper')).body.code).toBe('not_ready')
    await expect(
      grantRoleAsOperator(world, { email: (await signUp(world)).email, role: 'owner' }),
    ).rejects.toMatchObject({ code: 'not_ready' })
  })

  test('is given and taken only below one’s own, but by owners', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    const ada = await signUpReady(world)
    for (const name of ['owner', 'admin'])
      expect((await give(admin.client, ada.userId, name)).body.code).toBe('outranked')
    expect((await give(admin.client, ada.userId, 'helper')).status).toBe(204)
    for (const name of ['owner', 'admin', 'helper', 'auditor'])
      expect((await take(admin.client, owner.userId, name)).body.code).toBe('outranked')
    expect((await give(admin.client, admin.userId, 'owner')).body.code).toMatch(/own_account|outranked/)
    expect((await give(owner.client, ada.userId, 'owner')).status).toBe(204)
    expect(await letterNames(world, owner.email)).toContain('roles-changed')
    expect(await letterNames(world, ada.email)).toContain('administered')
  })

  test('of two owners stays with one, who take it from each other fifty times at once', async () => {
    const world = makeWorld()
    const one = await makeOwner(world)
    const other = await makeOwner(world)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        at % 2 ? take(one.client, other.userId, 'owner') : take(other.client, one.userId, 'owner'),
      ),
    )
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(await rows(world, "select 1 from grants where role = 'owner'")).toHaveLength(1)
  })

  test('of an account that a mailbox recovered counts only after an owner confirms it', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    const { client } = await recover(world, admin)
    expect((await client.get(PEOPLE)).status).toBe(404)
    expect(await eventKinds(world, admin.userId)).toContain('roles_suspended')
    expect(await letterNames(world, owner.email)).toContain('roles-changed')
    await signIn(owner.client, owner.authenticator)
    expect((await owner.client.post(`${PEOPLE}/${admin.userId}/confirm-roles`)).status).toBe(204)
    // The session of a recovery is none that began with a passkey.
    expect(await client.get(PEOPLE)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })

  test('of the only owner is suspended by a recovery too, others still act, and the operator gives it back', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const admin = await signUpWithRole(world, 'admin')
    const ada = await signUpReady(world)
    const { client } = await recover(world, owner)
    expect((await client.get(PEOPLE)).status).toBe(404)
    await signIn(admin.client, admin.authenticator)
    const reason = 'The account was stolen'
    expect((await admin.client.post(`${PEOPLE}/${ada.userId}/suspend`, { reason })).status).toBe(204)
    expect((await give(admin.client, owner.userId, 'helper')).status).toBe(204)
    expect((await take(admin.client, owner.userId, 'helper')).status).toBe(204)
    await grantRoleAsOperator(world, { email: owner.email, role: 'owner' })
    expect(await client.get(PEOPLE)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  })

  test('of the last owner is not lost by deleting the account, nor is the owner suspended', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    expect(await owner.client.delete('/api/account')).toMatchObject({ status: 409, body: { code: 'last_owner' } })
    expect(await rows(world, 'select 1 from users where delete_at is not null')).toEqual([])
    const other = await makeOwner(world)
    expect((await other.client.delete('/api/account')).status).toBe(200)
    expect((await owner.client.delete('/api/account')).body.code).toBe('last_owner')
  })

  test('of two owners stays with one, who delete their accounts at once', async () => {
    const world = makeWorld()
    const both = [await makeOwner(world), await makeOwner(world)]
    const answers = await Promise.all(both.map(({ client }) => client.delete('/api/account')))
    expect(statusesOf(answers)).toEqual([200, 409])
  })
})

test('what administrators do is one chain, in which a changed act is found', async () => {
  const world = makeWorld()
  const { client } = await makeOwner(world)
  const ada = await signUpReady(world)
  await give(client, ada.userId, 'helper', world.now() + HOUR)
  await client.post(`${PEOPLE}/${ada.userId}/end-sessions`, { reason: 'You asked us' })
  const { acts } = (await client.get('/api/admin/audit')).body as { acts: ShownAct[] }
  const chain = acts.toReversed()
  expect(chain.map(({ act }) => act)).toEqual(['role_granted', 'role_granted', 'sessions_ended'])
  expect(chain.map(({ actor }) => actor === 'operator')).toEqual([true, false, false])
  expect(firstBrokenAct(chain)).toBeUndefined()
  expect(firstBrokenAct(chain.map((act) => (act.seq === 2 ? { ...act, target: 'other' } : act)))).toBe(2)
  expect(firstBrokenAct(chain.toSpliced(1, 1))).toBe(2)
})
