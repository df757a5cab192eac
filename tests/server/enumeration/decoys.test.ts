import { expect, test } from 'vitest'
import * as outbox from '#db/outbox.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { listLetters } from '#server/mail/outbox/list.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY } from '#tests/server/second-factor/steps.ts'

test('E2 the decoy rows of an unknown address are never sent or shown, name nobody, and are deleted', async () => {
  const world = makeWorld()
  const sent: string[] = []
  world.transport = { ...world.transport, send: async ({ to }) => `taken as ${sent.push(to)}` }
  const client = makeClient(world)
  await client.post('/api/recovery', { email: 'nobody@example.com' })
  await client.post('/api/sign-in/password', { email: 'nobody@example.com', password: 'not the one at all' })
  const kept = () =>
    rows<{ text: string }>(
      world,
      `select recipient || params as text from outbox union all select id as text from spent`,
    )
  expect(await kept()).toHaveLength(2)
  expect(JSON.stringify(await kept())).not.toContain('nobody@')
  expect(await listLetters(world, {})).toEqual([])
  expect(await world.db.read((reader) => outbox.list(reader, { to: undefined, most: 50 }))).toEqual([])

  await houseKeep(world)
  expect(await kept()).toEqual([])
  world.turnClock(DAY)
  await houseKeep(world)
  expect(sent).toEqual([])
})
