import { expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, letterNames, signUpWithApp, wrongCode } from '#tests/server/second-factor/steps.ts'
import { JUDGED, PAUSED } from '#tests/server/second-factor/throttle-steps.ts'

test('wrong codes at a confirmation send no letter about a suspicious sign-in', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  for (let count = 1; count <= 5; count += 1)
    expect(await owner.client.post('/api/confirmation', { code: wrongCode(owner.secret, world.now()) })).toMatchObject(
      JUDGED,
    )
  expect(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject(
    PAUSED,
  )
  expect(await letterNames(world, owner.email)).not.toContain('suspicious-sign-in')
})
