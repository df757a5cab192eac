import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, STEP, turnOnTotp } from '#tests/server/second-factor/steps.ts'

test('P1 a code does not confirm a session that is older than its app', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  world.turnClock(1)
  const secret = await turnOnTotp(world, client)
  world.turnClock(STEP)
  expect(await client.post('/api/confirmation', { code: codeAt(secret, world.now()) })).toMatchObject({
    status: 403,
    body: { code: 'confirmation_failed' },
  })
})
