import { describe, expect, test } from 'vitest'
import { firstBrokenAct, OPERATOR, recordAct, type ShownAct } from '#server/admin/audit.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner, PEOPLE, signUpReady, signUpWithRole } from '#tests/server/admin/steps.ts'
import { HOUR } from '#tests/server/second-factor/steps.ts'

const AUDIT = '/api/admin/audit'
type Listed = { acts: ShownAct[]; named: { id: string; name: string; email: string }[]; next?: number }
type Exported = { format: string; acts: ShownAct[] }
const reason = 'You asked us on the phone'

describe('the audit of administration', () => {
  test('names people who still exist, and lists what was done to one person', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const [ada, bob] = [await signUpReady(world), await signUpReady(world)]
    for (const { userId } of [ada, bob, ada]) await owner.client.post(`${PEOPLE}/${userId}/end-sessions`, { reason })
    const { acts, named } = (await owner.client.get(AUDIT)).body as Listed
    expect(acts.map(({ act }) => act)).toEqual(['sessions_ended', 'sessions_ended', 'sessions_ended', 'role_granted'])
    expect(named.map(({ email }) => email).toSorted()).toEqual([ada.email, bob.email, owner.email].toSorted())

    const one = (await owner.client.get(`${AUDIT}?target=${ada.userId}&limit=1`)).body as Listed
    expect(one).toMatchObject({ acts: [{ seq: 4, target: ada.userId, reason }], next: 4 })
    const older = (await owner.client.get(`${AUDIT}?target=${ada.userId}&before=${one.next}`)).body as Listed
    expect(older.acts.map(({ seq }) => seq)).toEqual([2])
    expect(older.next).toBeUndefined()
    expect((await owner.client.get(`${AUDIT}?target=everybody`)).status).toBe(400)
  })

  test('is exported whole, the oldest act first, past one page of it', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const { userId } = await signUpReady(world)
    for (let time = 0; time < 205; time += 1)
      await world.db.transaction((tx) => recordAct(tx, OPERATOR, { act: 'sessions_ended', target: userId, reason }))
    const exported = (await owner.client.get(`${AUDIT}/export`)).body as unknown as Exported
    expect(exported.format).toBe('latchkey-audit-1')
    expect(exported.acts.map(({ seq }) => seq)).toEqual(Array.from({ length: 206 }, (_, at) => at + 1))
    expect(firstBrokenAct(exported.acts)).toBeUndefined()
    expect(firstBrokenAct(exported.acts.toSpliced(100, 1))).toBe(101)
  })

  test('is exported five times an hour, and never to a helper', async () => {
    const world = makeWorld()
    const auditor = await signUpWithRole(world, 'auditor')
    for (let time = 0; time < 5; time += 1) expect((await auditor.client.get(`${AUDIT}/export`)).status).toBe(200)
    expect(await auditor.client.get(`${AUDIT}/export`)).toMatchObject({
      status: 429,
      body: { code: 'too_many_attempts' },
    })
    world.turnClock(HOUR)
    expect((await auditor.client.get(`${AUDIT}/export`)).status).toBe(200)
    const helper = await signUpWithRole(world, 'helper')
    expect((await helper.client.get(`${AUDIT}/export`)).body.code).toBe('forbidden')
  })
})
