import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { done, HOUR, stranger } from '#tests/server/second-factor/steps.ts'
import { finish, knock, readyToFinish, startWait } from '#tests/server/recoveries/steps.ts'
import { SECOND } from '#tests/server/recoveries/letters-steps.ts'

/** The letters about one whole recovery, to two addresses. */
async function wholeStory(world: TestWorld) {
  const owner = await signUp(world)
  await addEmail(world, owner.client, SECOND)
  const { client, pass } = await startWait(world, owner)
  done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
  world.turnClock(1)
  await startWait(world, owner)
  for (const hours of [12, 12]) {
    world.turnClock(hours * HOUR)
    await houseKeep(world)
  }
  done(await finish(await readyToFinish(world, await knock(world, owner))))
  return owner
}

test('K8 every address gets a letter about every step, with the time, rough place and browser', async () => {
  const world = makeWorld()
  const owner = await wholeStory(world)
  const steps = [
    'recovery-started',
    'recovery-cancelled',
    'recovery-started',
    'recovery-reminder',
    'recovery-ready',
    'recovery-completed',
  ]
  for (const to of [owner.email, SECOND]) {
    const letters = (await lettersTo(world, to)).filter(({ letter }) => steps.includes(letter)).reverse()
    expect(letters.map(({ letter }) => letter)).toEqual(steps)
    for (const { text } of letters) {
      expect(text).toContain('2026')
      expect(text).toContain('Approximate location')
      expect(text).toContain('Chrome on Linux')
      expect(text).toMatch(/if (it was|this was|you did)|not you/i)
    }
  }
}, 40_000)

test('K8 the letters of a live recovery have the link that cancels it, and no other letter has', async () => {
  const world = makeWorld()
  const owner = await wholeStory(world)
  for (const { letter, text } of await lettersTo(world, owner.email)) {
    const live = ['recovery-started', 'recovery-reminder', 'recovery-ready'].includes(letter)
    expect([letter, text.includes('/recover/cancel/')]).toEqual([letter, live])
    if (!live) continue
    const token = /\/recover\/cancel\/(\S+)/.exec(text)?.[1] ?? ''
    expect(
      await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' }),
      'the cycle is over',
    ).toMatchObject({ status: 410 })
  }
}, 40_000)

test('K8 the link in the letter cancels the recovery', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await startWait(world, owner)
  const { link = '' } = (await lettersTo(world, owner.email)).find(({ letter }) => letter === 'recovery-started') ?? {}
  expect(link).toMatch(/^http:\/\/localhost:3000\/recover\/cancel\/[\w-]{22}\.[\w-]{22}\.[\w-]{43}$/)
  expect(
    await stranger(world).post('/api/recovery/cancel', { token: link.split('/').at(-1), word: 'CANCEL' }),
  ).toMatchObject({ status: 200, body: { state: 'none' } })
})
