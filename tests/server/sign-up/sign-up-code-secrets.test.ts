import { expect, test } from 'vitest'
import { rows } from '#tests/server/passkeys/rows.ts'
import { waitingForCode } from '#tests/server/sign-up/sign-up-code-steps.ts'

test('X8 the database holds no code', async () => {
  const { world, code } = await waitingForCode()
  const tables = await rows<{ name: string }>(world, "select name from sqlite_master where type = 'table'")
  for (const { name } of tables)
    expect(JSON.stringify(await rows(world, `select * from ${name}`)), name).not.toMatch(new RegExp(`\\b${code}\\b`))
})
