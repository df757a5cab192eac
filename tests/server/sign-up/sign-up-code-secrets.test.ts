import { expect, test } from 'vitest'
import { rows, tableNames } from '#tests/server/passkeys/rows.ts'
import { waitingForCode } from '#tests/server/sign-up/sign-up-code-steps.ts'

test('X8 the database holds no code', async () => {
  const { world, code } = await waitingForCode()
  for (const name of await tableNames(world))
    expect(JSON.stringify(await rows(world, `select * from ${name}`)), name).not.toMatch(new RegExp(`\\b${code}\\b`))
})
