import { describe, expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady, signUpWithRole } from '#tests/server/admin/steps.ts'
import { recover } from '#tests/server/recoveries/steps.ts'

describe('a person as administrators see them', () => {
  test('shows what remains if something is lost', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    const [ada, bob] = [await signUp(world), await signUpReady(world)]
    const losses = async (id: string) => (await client.get(`${PEOPLE}/${id}`)).body.losses
    expect(await losses(ada.userId)).toEqual([
      { what: 'device', ways: expect.arrayContaining(['wait']) },
      { what: 'phone', ways: expect.arrayContaining(['wait']) },
      { what: 'mailbox', ways: expect.not.arrayContaining(['wait']) },
    ])
    expect(await losses(bob.userId)).toEqual([
      { what: 'device', ways: expect.arrayContaining(['codes', 'wait']) },
      { what: 'phone', ways: expect.arrayContaining(['codes', 'wait']) },
      { what: 'mailbox', ways: expect.not.arrayContaining(['codes']) },
    ])
  })

  test.each([
    ['owner', ['owner', 'admin', 'helper', 'auditor'], ['confirm:roles', 'suspend:people']],
    ['admin', ['helper', 'auditor'], ['suspend:people']],
    ['helper', [], ['end:sessions']],
    ['auditor', [], ['read:people']],
  ] as const)('shows to the role %s what it may do', async (role, givable, may) => {
    const world = makeWorld()
    const { client, userId } = await signUpWithRole(world, role)
    const ada = await signUpReady(world)
    const seen = (await client.get(`${PEOPLE}/${ada.userId}`)).body
    expect(seen.givable).toEqual(givable)
    expect(seen.may).toEqual(expect.arrayContaining([...may]))
    expect((await client.get(`${PEOPLE}/${userId}`)).body).toMatchObject({ may: [], givable: [] })
  })

  test('shows nothing to do to somebody of the same rank or above, until their roles are suspended', async () => {
    const world = makeWorld()
    const admin = await signUpWithRole(world, 'admin')
    const owner = await makeOwner(world)
    const path = `${PEOPLE}/${owner.userId}`
    expect((await admin.client.get(path)).body).toMatchObject({ may: [], givable: [], rolesSuspended: false })
    await recover(world, owner)
    const again = await signUpWithRole(world, 'admin')
    const seen = (await again.client.get(path)).body
    expect(seen).toMatchObject({ rolesSuspended: true, givable: ['helper', 'auditor'] })
    expect(seen.may).toContain('suspend:people')
  })
})
