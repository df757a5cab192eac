import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { story } from '#tests/server/audit-steps.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { latchkey, latchkeyJson, makeFolder } from '#tests/cli/latchkey.ts'

test('latchkey verify-activity tells programs whether an export is intact, and where it breaks', async () => {
  const { exported } = await story()
  const file = join(makeFolder(), 'export.json')
  const { events } = exported
  writeFileSync(file, JSON.stringify(exported))
  expect(await latchkeyJson(['verify-activity', file])).toEqual({
    code: 0,
    data: { intact: true, events: events.length, deleted: 0, hash: events.at(-1)?.hash },
  })
  writeFileSync(file, JSON.stringify({ ...exported, events: events.toSpliced(2, 1) }))
  expect(await latchkeyJson(['verify-activity', file])).toMatchObject({ code: 1, data: { intact: false, brokenAt: 3 } })
})

test('latchkey verify-activity checks the audit of administration too', async () => {
  const world = makeWorld()
  const { client } = await makeOwner(world)
  await makeOwner(world)
  const { body } = await client.get('/api/admin/audit/export')
  const acts = body.acts as { hash: string }[]
  const file = join(makeFolder(), 'audit.json')
  writeFileSync(file, JSON.stringify(body))
  expect(await latchkeyJson(['verify-activity', file])).toEqual({
    code: 0,
    data: { intact: true, acts: 2, deleted: 0, hash: acts.at(-1)?.hash },
  })
  writeFileSync(file, JSON.stringify({ ...body, acts: acts.map((act) => ({ ...act, reason: 'another' })) }))
  expect(await latchkeyJson(['verify-activity', file])).toMatchObject({ code: 1, data: { intact: false, brokenAt: 1 } })
})

test.each(['no JSON', '{}', '{"user":{"id":"a"},"events":[5]}'])('refuses a file with %s', async (content) => {
  const file = join(makeFolder(), 'export.json')
  writeFileSync(file, content)
  expect(await latchkey(['verify-activity', file])).toEqual({
    code: 1,
    out: '',
    err: `${file} is no export of Latchkey.\n`,
  })
})

test('refuses a file that is missing', async () => {
  expect(await latchkey(['verify-activity', '/nowhere.json'])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^ENOENT/),
  })
})
