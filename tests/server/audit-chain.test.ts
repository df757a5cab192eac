import { describe, expect, test } from 'vitest'
import { CHAIN_START, type ChainedEvent, chainHash, firstBreak } from '#server/audit/chain.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce } from '#tests/server/passkeys/rows.ts'
import { story, exportOf } from '#tests/server/audit-steps.ts'

describe('a chain of events', () => {
  const CHANGES: [string, (event: ChainedEvent) => ChainedEvent][] = [
    ['its kind', (event) => ({ ...event, kind: 'signed_out_' })],
    ['its time', (event) => ({ ...event, at: event.at + 1 })],
    ['its place', (event) => ({ ...event, ip: '127.0.0.1' })],
    ['its browser', (event) => ({ ...event, userAgent: `${event.userAgent} ` })],
    ['its session', (event) => ({ ...event, sessionId: event.sessionId === null ? 'A'.repeat(22) : null })],
    ['its details', (event) => ({ ...event, details: { ...event.details, more: true } })],
    ['its number', (event) => ({ ...event, seq: event.seq + 1 })],
    ['its hash', (event) => ({ ...event, hash: 'A'.repeat(43) })],
  ]

  test.each(CHANGES)('V16.4.2 breaks at an event that was changed in %s', async (_, change) => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.keys()) {
      expect(
        firstBreak(
          user.id,
          events.map((event, at) => (at === index ? change(event) : event)),
        ),
      ).toBe(index + 1)
    }
  })

  test('V16.4.2 breaks at a missing event, except the last one', async () => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.slice(0, -1).keys())
      expect(firstBreak(user.id, events.toSpliced(index, 1))).toBe(index + 1)
    expect(firstBreak(user.id, events.slice(0, -1))).toBeUndefined()
  })

  test('breaks where two events were swapped, and where one was inserted', async () => {
    const {
      exported: { user, events },
    } = await story()
    for (const index of events.slice(1).keys()) {
      const [swapped, repeated] = [events.slice(index, index + 2).toReversed(), events.slice(index, index + 1)]
      expect(firstBreak(user.id, events.toSpliced(index, 2, ...swapped))).toBe(index + 1)
      expect(firstBreak(user.id, events.toSpliced(index, 0, ...repeated))).toBe(index + 2)
    }
  })

  test('must begin with the first event, even if the hashes fit', async () => {
    const {
      exported: { user, events },
    } = await story()
    let before = CHAIN_START
    const later = events.map((event) => {
      const hash: string = chainHash(before, user.id, { ...event, seq: event.seq + 1 })
      before = hash
      return { ...event, seq: event.seq + 1, hash }
    })
    expect(firstBreak(user.id, later)).toBe(1)
  })

  test('belongs to one person: with another id it is broken from the start', async () => {
    const { exported } = await story()
    expect(firstBreak('A'.repeat(22), exported.events)).toBe(1)
  })

  test('stays intact when many events happen at once', async () => {
    const world = makeWorld()
    const { client, authenticator, userId } = await signUp(world)
    await atOnce(20, () => signIn(makeClient(world), authenticator))
    const { events } = await exportOf(client)
    expect(events).toHaveLength(22)
    expect(firstBreak(userId, events)).toBeUndefined()
  })
})
