import { describe, expect, test } from 'vitest'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { done, HOUR, mailedCode, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { askOptions, knock, startWait, WAIT } from '#tests/server/recoveries/steps.ts'
import { OVER } from '#tests/server/recoveries/pass-steps.ts'

describe('K6 a pass completes a recovery only if its code was mailed after the wait:', () => {
  test('the one that started the wait never does, even before it expires', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    // As if the wait had ended before the pass expires: only the time of the mailed code counts.
    const first = await startWait(world, owner)
    await world.db.transaction((tx) =>
      tx.run(
        'update recoveries set started_at = ?, ready_at = ?, closes_at = ?',
        tx.now - WAIT + MINUTE,
        tx.now + MINUTE,
        tx.now + HOUR,
      ),
    )
    world.turnClock(MINUTE)
    expect(await askOptions(first)).toMatchObject({ ...OVER, body: { detail: expect.stringContaining('new code') } })
    expect(await askOptions(await knock(world, owner))).toMatchObject({ status: 200 })
  })

  test('a code mailed a millisecond before its end does not, and one mailed at its end does', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT - 1)
    const client = stranger(world)
    const { body } = await client.post('/api/recovery', { email: owner.email })
    const code = await mailedCode(world, owner.email, 'recovery-code')
    world.turnClock(1)
    const { ceremony } = done(await client.post('/api/recovery/code', { ceremony: body.ceremony, code })).body
    expect(await client.post('/api/recovery/options', { ceremony })).toMatchObject(OVER)
    expect(await askOptions(await knock(world, owner, client))).toMatchObject({ status: 200 })
  })

  test('the first letter holds no code, and no link except the one that cancels', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const letter = (await lettersTo(world, owner.email)).find((candidate) => candidate.letter === 'recovery-started')
    expect(letter?.code).toBeUndefined()
    expect(new Set(letter?.text.match(/https?:\S+/g))).toEqual(new Set([world.config.origin, letter?.link]))
    expect(letter?.link).toContain('/recover/cancel/')
  })
})
