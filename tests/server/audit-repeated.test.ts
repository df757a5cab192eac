import { expect, test } from 'vitest'
import { cutOldEvents } from '#server/audit/cut.ts'
import { type ChainedEvent, firstBreak } from '#server/audit/chain.ts'
import { record } from '#server/audit/record.ts'
import { findOldest } from '#db/events.ts'
import { inAccount } from '#server/in-account.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { exportOf } from '#tests/server/audit-steps.ts'

const MINUTE = 60_000

async function begin() {
  const world = makeWorld()
  const person = await signUp(world)
  const fail = (changes: { ip?: string; kind?: 'sign_in_failed' | 'password_wrong'; cause?: string } = {}) =>
    inAccount(world, person.userId, (tx) => {
      const { ip = '192.0.2.1', kind = 'sign_in_failed', cause = 'signature' } = changes
      const witness = { userId: person.userId, ip, userAgent: 'Chrome', browser: '' }
      return record(tx, witness, kind, { passkey: 'A key', cause })
    })
  /** The failures that an export contains, after a look at the whole chain. */
  const failures = async () => {
    const { events, ...exported } = await exportOf(person.client)
    expect(firstBreak(person.userId, events, exported.eventsCut)).toBeUndefined()
    return events
      .filter(({ kind }) => kind === 'sign_in_failed' || kind === 'password_wrong')
      .map(({ kind, ip, details }: ChainedEvent) => [kind, ip, details['count'] ?? 1])
  }
  return { world, ...person, fail, failures }
}

test('fault S2 a hundred failures of one minute and IP are one event with a count, and the chain is intact', async () => {
  const { world, fail, failures } = await begin()
  for (let n = 0; n < 100; n += 1) await fail()
  world.turnClock(MINUTE - 1)
  await fail()
  world.turnClock(1)
  await fail()
  expect(await failures()).toEqual([
    ['sign_in_failed', '192.0.2.1', 101],
    ['sign_in_failed', '192.0.2.1', 1],
  ])
})

test('fault S2 failures of several IPs and kinds in turn are counted apart', async () => {
  const { fail, failures } = await begin()
  for (let n = 0; n < 20; n += 1) {
    await fail()
    await fail({ ip: '192.0.2.2' })
    await fail({ kind: 'password_wrong' })
  }
  expect(await failures()).toEqual([
    ['sign_in_failed', '192.0.2.1', 20],
    ['sign_in_failed', '192.0.2.2', 20],
    ['password_wrong', '192.0.2.1', 20],
  ])
})

test('fault S2 the count keeps what all of them have in common', async () => {
  const { client, fail } = await begin()
  await fail()
  await fail({ cause: 'challenge' })
  await fail({ cause: 'challenge' })
  const { events } = await exportOf(client)
  expect(events.find(({ kind }) => kind === 'sign_in_failed')?.details).toEqual({ passkey: 'A key', count: 3 })
})

test('fault S2 an event that was exported never changes', async () => {
  const { client, fail } = await begin()
  await fail()
  const before = await exportOf(client)
  await fail()
  const after = await exportOf(client)
  expect(after.events.slice(0, before.events.length)).toEqual(before.events)
  expect(after.events.filter(({ kind }) => kind === 'sign_in_failed')).toHaveLength(2)
})

test('fault S2 failures after a deleted beginning are counted, and the rest of the chain is intact', async () => {
  const { world, userId, fail, failures } = await begin()
  world.turnClock(MINUTE)
  const before = world.now()
  for (;;) {
    const oldest = await world.db.read((reader) => findOldest(reader, before))
    if (!oldest) break
    await inAccount(world, userId, (tx) => cutOldEvents(tx, { ...oldest, before, most: 50 }))
  }
  for (let n = 0; n < 5; n += 1) await fail()
  expect(await failures()).toEqual([['sign_in_failed', '192.0.2.1', 5]])
})
