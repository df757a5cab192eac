import { expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, letterNames, signUpWithApp } from '#tests/server/second-factor/steps.ts'
import { typeWrong } from '#tests/server/second-factor/throttle-steps.ts'

test('wrong codes at a confirmation send no letter about a suspicious sign-in', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  await typeWrong(world, owner, { times: 5 })
  expect(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject({
    status: 204,
  })
  expect(await letterNames(world, owner.email)).not.toContain('suspicious-sign-in')
})
