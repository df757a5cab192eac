import { expect, test } from 'vitest'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { mailedCode } from '#tests/server/second-factor/steps.ts'
import { startWait } from '#tests/server/recoveries/steps.ts'
import { SECOND } from '#tests/server/recoveries/letters-steps.ts'

test('X8 no row holds a code or the token of a link', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, SECOND)
  await startWait(world, owner)
  const codes = await Promise.all(
    (['recovery-code', 'sign-up-code'] as const).map((letter) => mailedCode(world, owner.email, letter)),
  )
  const link =
    (await lettersTo(world, owner.email))
      .find(({ letter }) => letter === 'recovery-started')
      ?.link?.split('/')
      .at(-1) ?? ''
  const kept = JSON.stringify(
    await Promise.all(
      ['outbox', 'spent', 'limits', 'recoveries', 'retired', 'events'].map((table) =>
        rows(world, `select * from ${table}`),
      ),
    ),
  )
  for (const code of codes) expect(kept).not.toContain(`"${code}"`)
  expect(link.split('.')).toHaveLength(3)
  expect(kept).not.toContain(link.split('.')[2])
  for (const secret of [...codes, link]) expect(world.logged.join('\n')).not.toContain(secret)
})
