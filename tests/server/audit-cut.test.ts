import { describe, expect, test } from 'vitest'
import { type ChainCut, type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { houseKeep } from '#server/housekeeping.ts'
import type { Client } from '#tests/helpers/client.ts'
import { confirm, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const DAY = 86_400_000
const KEPT = { EVENTS_KEPT: '30d', LIMIT_SCALE: '1000', SESSION_MAX: '400d', SESSION_IDLE: '400d' }

type Export = { user: { id: string }; events: ChainedEvent[]; eventsCut?: ChainCut }

/** Confirms the session so often, which records an event each time. */
async function act({ client, authenticator }: Person, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) expect((await confirm(client, authenticator)).status).toBe(204)
}

const seqsOf = async (world: TestWorld, userId: string) =>
  (await rows<{ seq: number }>(world, 'select seq from events where user_id = ? order by seq', userId)).map(
    ({ seq }) => seq,
  )

async function exportOf(client: Client): Promise<Export> {
  const { status, body } = await client.get('/api/account/export')
  expect(status).toBe(200)
  return JSON.parse(JSON.stringify(body)) as Export
}

describe('V14.2.7 events that are older than EVENTS_KEPT', () => {
  test('are deleted for every person, in any number, and the others stay', async () => {
    const world = makeWorld(KEPT)
    const people = [await signUp(world), await signUp(world), await signUp(world)]
    const [ada, bob, eve] = people as [Person, Person, Person]
    await act(ada, 120)
    await act(bob, 3)
    world.turnClock(10 * DAY)
    await act(ada, 2)
    await act(eve, 1)
    world.turnClock(20 * DAY)
    await houseKeep(world)
    expect(await Promise.all(people.map(({ userId }) => seqsOf(world, userId)))).toEqual([
      Array.from({ length: 123 }, (_, index) => index + 1),
      [1, 2, 3, 4],
      [1, 2],
    ])
    world.turnClock(1)
    await houseKeep(world)
    expect(await Promise.all(people.map(({ userId }) => seqsOf(world, userId)))).toEqual([[122, 123], [], [2]])
  })

  test('are kept for ever by default', async () => {
    const world = makeWorld({ ...KEPT, EVENTS_KEPT: '' })
    const { userId } = await signUp(world)
    world.turnClock(800 * DAY)
    await houseKeep(world)
    expect(await seqsOf(world, userId)).toEqual([1])
  })

  test('leave a chain that can be verified, also when all of it was deleted and it goes on', async () => {
    const world = makeWorld(KEPT)
    const person = await signUp(world)
    await act(person, 3)
    world.turnClock(20 * DAY)
    await act(person, 2)
    for (const { days, cut, first } of [
      { days: 0, cut: undefined, first: 1 },
      { days: 11, cut: 4, first: 5 },
      { days: 200, cut: 10, first: 11 },
    ]) {
      world.turnClock(days * DAY)
      await houseKeep(world)
      await confirm(person.client, person.authenticator)
      const { user, events, eventsCut } = await exportOf(person.client)
      expect([eventsCut?.seq, events[0]?.seq]).toEqual([cut, first])
      expect(firstBreak(user.id, events, eventsCut)).toBeUndefined()
      if (!eventsCut) continue
      expect(firstBreak(user.id, events)).toBe(1)
      expect(firstBreak(user.id, events.slice(1), eventsCut)).toBe(first)
      expect(firstBreak(user.id, events, { ...eventsCut, hash: 'A'.repeat(43) })).toBe(first)
      expect(firstBreak(user.id, events, { ...eventsCut, seq: eventsCut.seq - 1 })).toBe(first - 1)
    }
  })

  test('stay while an event before them is younger, as after a clock that was ahead, and go together', async () => {
    const world = makeWorld(KEPT)
    const [ada, bob] = [await signUp(world), await signUp(world)]
    world.turnClock(5 * DAY)
    await act(ada, 1)
    world.turnClock(-5 * DAY)
    await signIn(ada.client, ada.authenticator)
    await act(bob, 1)
    world.turnClock(31 * DAY)
    await houseKeep(world)
    expect((await seqsOf(world, ada.userId))[0]).toBe(2)
    expect(await seqsOf(world, bob.userId)).toEqual([])
    world.turnClock(5 * DAY)
    await houseKeep(world)
    expect(await seqsOf(world, ada.userId)).toEqual([])
  })

  test('are no older page of the activity any more', async () => {
    const world = makeWorld(KEPT)
    const person = await signUp(world)
    await act(person, 3)
    world.turnClock(31 * DAY)
    await act(person, 3)
    await houseKeep(world)
    const page = async (query: string) => (await person.client.get(`/api/activity?${query}`)).body
    expect(await page('limit=2')).toMatchObject({ events: [{ seq: 7 }, { seq: 6 }], next: 6 })
    expect(await page('limit=2&before=6')).not.toHaveProperty('next')
    expect(await page('limit=3')).not.toHaveProperty('next')
  })

  test('leave nothing of a person whose account is deleted', async () => {
    const world = makeWorld(KEPT)
    const person = await signUp(world)
    await act(person, 1)
    world.turnClock(31 * DAY)
    await houseKeep(world)
    expect(await rows(world, 'select user_id from event_cuts')).toEqual([{ user_id: person.userId }])
    await confirm(person.client, person.authenticator)
    expect((await person.client.delete('/api/account')).status).toBeLessThan(300)
    world.turnClock(8 * DAY)
    await houseKeep(world)
    expect([await rows(world, 'select * from event_cuts'), await rows(world, 'select * from users')]).toEqual([[], []])
  })
})
