import { describe, expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  type Equipped,
  type SecondStep,
  SECOND_STEPS,
  signUpEquipped,
  stranger,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import {
  guess as guessThere,
  JUDGED,
  PAUSE,
  PAUSED,
  WRONG_BACKUP_CODE,
} from '#tests/server/second-factor/throttle-steps.ts'

describe.each<[string, SecondStep]>(Object.entries(SECOND_STEPS))('%s', (_, at) => {
  const guess = (world: TestWorld, owner: Equipped, code?: string) => guessThere(world, owner, { at, code })

  /** Types a code five times in one sign-in. */
  async function fiveTimes(world: TestWorld, owner: Equipped, code: string): Promise<void> {
    const client = stranger(world)
    const ceremony = await at.begin(world, client, owner)
    for (let count = 1; count <= 5; count += 1)
      expect(await client.post(at.path, { ceremony, code })).toMatchObject(JUDGED)
  }

  test('C8 five wrong codes of the app pause the app, and no backup code', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await fiveTimes(world, owner, wrongCode(owner.secret, world.now()))
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject(PAUSED)
    expect(await guess(world, owner, owner.codes[0])).toMatchObject({ status: 200 })
    expect(
      await guess(world, owner, codeAt(owner.secret, world.now())),
      'which does not end the pause of the app',
    ).toMatchObject(PAUSED)
    world.turnClock(PAUSE)
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject({ status: 200 })
  })

  test('C8 five wrong backup codes pause backup codes, and not the app', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await fiveTimes(world, owner, WRONG_BACKUP_CODE)
    expect(await guess(world, owner, owner.codes[0])).toMatchObject(PAUSED)
    expect(await guess(world, owner, codeAt(owner.secret, world.now()))).toMatchObject({ status: 200 })
    expect(await guess(world, owner, owner.codes[0]), 'which does not end their pause').toMatchObject(PAUSED)
    world.turnClock(PAUSE)
    expect(await guess(world, owner, owner.codes[0])).toMatchObject({ status: 200 })
  })

  test('C8 a right code resets its own count only', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    for (let count = 1; count <= 4; count += 1) expect(await guess(world, owner)).toMatchObject(JUDGED)
    expect(await guess(world, owner, owner.codes[0])).toMatchObject({ status: 200 })
    expect(await guess(world, owner), 'the fifth').toMatchObject(JUDGED)
    expect(await guess(world, owner)).toMatchObject(PAUSED)
    expect(await rows(world, 'select kind, in_round from guesses')).toEqual([{ kind: 'totp', in_round: 5 }])
  })

  test('C8 fifty of each at once are checked five times each', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUpEquipped(world)
    const client = stranger(world)
    const ceremony = await at.begin(world, client, owner)
    const codes = [wrongCode(owner.secret, world.now()), WRONG_BACKUP_CODE]
    const answers = await atOnce(100, (index) =>
      client
        .copy()
        .post(at.path, { ceremony, code: codes[index % 2] })
        .then(({ status }) => [index % 2, status]),
    )
    for (const kind of [0, 1]) {
      expect(answers.filter(([of, status]) => of === kind && status === 401)).toHaveLength(5)
      expect(answers.filter(([of, status]) => of === kind && status === 429)).toHaveLength(45)
    }
  })
})
