import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { story } from '#tests/server/audit-steps.ts'
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
