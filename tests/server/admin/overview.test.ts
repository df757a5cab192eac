import { describe, expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { DAY, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { knock } from '#tests/server/recoveries/steps.ts'
import type { Overview } from '#server/admin/overview.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { MailFault } from '#server/mail-transport.ts'
import type { Client } from '#tests/helpers/client.ts'

const look = async (client: Client) => (await client.get('/api/admin/overview')).body as unknown as Overview
const lit = ({ lights }: Overview) => lights.filter(({ good }) => !good).map(({ light }) => light)

describe('the overview of administration', () => {
  test('counts people again after ten minutes, and sign-ins of a day after one', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const first = await look(owner.client)
    expect(first).toMatchObject({ people: { count: 1 }, signIns: { count: 0, more: false }, version: '0.1.0' })
    const ada = await signUp(world)
    await signIn(stranger(world), ada.authenticator)
    expect(await look(owner.client)).toMatchObject({ people: first.people, signIns: { count: 0 } })
    world.turnClock(MINUTE)
    expect(await look(owner.client)).toMatchObject({ people: first.people, signIns: { count: 1 } })
    world.turnClock(9 * MINUTE)
    expect((await look(owner.client)).people).toEqual({ count: 2, countedAt: world.now() })
    world.turnClock(DAY)
    await signIn(owner.client, owner.authenticator)
    expect((await look(owner.client)).signIns.count).toBe(1)
  })

  test('shows that there is one owner, until there is a second', async () => {
    const world = makeWorld()
    const { client } = await makeOwner(world)
    expect(await look(client)).toMatchObject({ owners: 1 })
    expect(lit(await look(client))).toContain('owners')
    await makeOwner(world)
    expect(await look(client)).toMatchObject({ owners: 2 })
    expect(lit(await look(client))).not.toContain('owners')
  })

  test('shows recoveries that are under way, and those that can be completed', async () => {
    const world = makeWorld()
    const owner = await makeOwner(world)
    const { client, pass } = await knock(world, await signUp(world))
    expect((await client.post('/api/recovery/start', { ceremony: pass.ceremony })).status).toBeLessThan(300)
    await houseKeep(world)
    expect(await look(owner.client)).toMatchObject({ recoveries: { live: 1, ready: 0 } })
    world.turnClock(DAY)
    await signIn(owner.client, owner.authenticator)
    const seen = await look(owner.client)
    expect(seen).toMatchObject({ recoveries: { live: 1, ready: 1 } })
    expect(lit(seen)).toContain('recoveries')
  })

  test('shows letters that were refused, and those that were given up', async () => {
    const world = makeWorld({ TESTING: '1' })
    const { client } = await makeOwner(world)
    await houseKeep(world)
    expect(lit(await look(client))).not.toContain('mail')
    world.transport.send = async () => {
      throw new MailFault('451 try again later')
    }
    await stranger(world).post('/api/sign-up', { email: 'new@example.com' })
    await houseKeep(world)
    const failing = await look(client)
    expect(failing.mail).toMatchObject({ transport: 'mailbox', waiting: 1, failing: 1, givenUp: 0 })
    expect(lit(failing)).toContain('mail')
    world.transport.send = async () => {
      throw new MailFault('550 no such mailbox', { kind: 'recipient' })
    }
    world.turnClock(MINUTE)
    await houseKeep(world)
    expect((await look(client)).mail).toMatchObject({ waiting: 0, failing: 0, givenUp: 1 })
  })
})
