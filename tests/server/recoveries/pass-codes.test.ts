import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { done, mailedCode, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { OVER } from '#tests/server/recoveries/pass-steps.ts'

describe('N13 the code', () => {
  async function asked(world: TestWorld) {
    const owner = await signUp(world)
    const client = stranger(world)
    const { ceremony } = done(await client.post('/api/recovery', { email: owner.email })).body
    return { client, ceremony, code: await mailedCode(world, owner.email, 'recovery-code') }
  }

  test('works once', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => client.copy().post('/api/recovery/code', { ceremony, code })),
    )
    expect(statusesOf(answers)).toEqual([200, 410, 410, 410, 410])
  })

  test('works for ten minutes, to the millisecond', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    world.turnClock(10 * MINUTE)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject(OVER)
    world.turnClock(-1)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({ status: 200 })
  })

  test('allows five guesses at most, over all browsers', async () => {
    const world = makeWorld()
    const { client, ceremony, code } = await asked(world)
    const wrong = code === '000000' ? '000001' : '000000'
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.copy().post('/api/recovery/code', { ceremony, code: wrong })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
    expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({ status: 429 })
  })

  test('V6.6.2 of one request is refused for another', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const [first, second] = [stranger(world), stranger(world)]
    const { ceremony } = done(await first.post('/api/recovery', { email: owner.email })).body
    const code = await mailedCode(world, owner.email, 'recovery-code')
    const other = done(await second.post('/api/recovery', { email: owner.email })).body
    expect(await second.post('/api/recovery/code', { ceremony, code })).toMatchObject(OVER)
    expect(await second.post('/api/recovery/code', { ceremony: other.ceremony, code })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  })

  test.each([null, 123_456, ['123456'], {}, '', '12345', '1234567', '１２３４５６', '12 34 5'])(
    'that is %j is refused as invalid input and not counted',
    async (code) => {
      const world = makeWorld()
      const { client, ceremony } = await asked(world)
      const before = await rows(world, 'select * from limits')
      expect(await client.post('/api/recovery/code', { ceremony, code })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
      expect(await rows(world, 'select * from limits')).toEqual(before)
    },
  )
})
