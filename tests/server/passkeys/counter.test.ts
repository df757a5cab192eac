import { describe, expect, test } from 'vitest'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { type Person, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { DOORS } from '#tests/server/passkeys/steps.ts'
import { passkeyRow } from '#tests/server/passkeys/counter-steps.ts'

async function kinds(world: TestWorld): Promise<string[]> {
  return (await rows<{ kind: string }>(world, 'select kind from events order by seq')).map(({ kind }) => kind)
}

describe.each(Object.entries(DOORS))('a passkey’s counter, %s', (_, { open, done, refused, code }) => {
  async function answerTo(world: TestWorld, owner: Person, signCount: number) {
    const { options, finish } = await open(world, owner)
    return finish(owner.authenticator.get(options, { signCount }))
  }

  test('W12 may stay at zero for ever', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    for (const _ of [1, 2, 3]) expect(await answerTo(world, owner, 0)).toMatchObject({ status: done })
    expect(await passkeyRow(world)).toMatchObject({ sign_count: 0, regressed_at: null })
  })

  test.each([
    [0, 1],
    [0, 4_294_967_295],
    [5, 6],
    [5, 500],
    [4_294_967_294, 4_294_967_295],
  ])('W12 may grow from %i to %i, and is stored', async (before, after) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await setCounter(world, before)
    expect(await answerTo(world, owner, after)).toMatchObject({ status: done })
    expect(await passkeyRow(world)).toMatchObject({ sign_count: after, regressed_at: null })
  })

  test.each([
    [5, 5],
    [5, 4],
    [5, 1],
    [5, 0],
    [1, 0],
    [1, 1],
    [4_294_967_295, 0],
  ])('W12 is refused and flagged with an event and a letter if it goes from %i to %i', async (before, after) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addAddress(world, owner, 'second@example.com')
    await setCounter(world, before)
    world.turnClock(1_000)

    const answer = await leavingAllAsItWas(world, () => answerTo(world, owner, after), {
      but: ['events', 'outbox', 'passkeys'],
    })
    expect(answer).toMatchObject({ status: refused, body: { code } })
    expect(await passkeyRow(world)).toEqual({
      sign_count: before,
      backup_state: 1,
      regressed_at: world.now(),
      last_used_at: null,
    })
    expect((await kinds(world)).at(-1)).toBe('passkey_counter_regressed')
    for (const address of [owner.email, 'second@example.com']) {
      expect((await lettersTo(world, address)).map(({ letter }) => letter)).toContain('passkey-counter-regressed')
    }
  })

  test('W13 is ignored if the signature is wrong', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await setCounter(world, 5)
    const { options, finish } = await open(world, owner)
    const credential = owner.authenticator.get(options, { signCount: 1, signature: flippedBit })
    expect(await leavingAllAsItWas(world, () => finish(credential), { but: ['events'] })).toMatchObject({
      status: refused,
      body: { code },
    })
    expect(await kinds(world)).not.toContain('passkey_counter_regressed')
    expect(await passkeyRow(world)).toMatchObject({ regressed_at: null })
  })

  test('W13 is ignored if anything else is wrong', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await setCounter(world, 5)
    for (const twist of [
      { flags: { uv: false } },
      { flags: { be: false, bs: false } },
      { rpId: 'evil.example' },
      { clientData: (honest: object) => ({ ...honest, crossOrigin: true }) },
    ]) {
      const { options, finish } = await open(world, owner)
      const credential = owner.authenticator.get(options, { signCount: 1, ...twist })
      expect(await leavingAllAsItWas(world, () => finish(credential), { but: ['events'] })).toMatchObject({
        status: refused,
      })
    }
    expect(await kinds(world)).not.toContain('passkey_counter_regressed')
  })

  test('W14 is never lowered by simultaneous answers, in any order', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const counts = [3, 9, 1, 7, 9, 2, 8]
    const doors = await Promise.all(counts.map(() => open(world, owner)))
    const answers = await Promise.all(
      doors.map(({ options, finish }, index) => finish(owner.authenticator.get(options, { signCount: counts[index] }))),
    )
    const accepted = counts.filter((_, index) => answers[index]?.status === done)
    expect(accepted.length).toBeGreaterThan(0)
    expect(new Set(accepted).size).toBe(accepted.length)
    expect((await passkeyRow(world))?.sign_count).toBe(Math.max(...accepted))
  })

  test('W15 a changed backup state is stored and not refused', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    for (const bs of [false, true, false]) {
      const { options, finish } = await open(world, owner)
      expect(await finish(owner.authenticator.get(options, { flags: { bs } }))).toMatchObject({ status: done })
      expect(await passkeyRow(world)).toMatchObject({ backup_state: bs ? 1 : 0 })
    }
  })

  test('W17 an answer without user verification is refused', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { options, finish } = await open(world, owner)
    expect(
      await leavingAllAsItWas(world, () => finish(owner.authenticator.get(options, { flags: { uv: false } })), {
        but: ['events'],
      }),
    ).toMatchObject({ status: refused, body: { code } })
  })
})

/** Sets the stored counter, as if the passkey had been used before. */
function setCounter(world: TestWorld, signCount: number): Promise<number> {
  return world.db.transaction((tx) => tx.run('update passkeys set sign_count = ?', signCount))
}

/** Adds one more verified address to the database. */
function addAddress(world: TestWorld, { userId }: Person, address: string): Promise<number> {
  return world.db.transaction((tx) =>
    tx.run(
      'insert into emails (id, user_id, address, canonical, is_primary, created_at) values (?, ?, ?, ?, 0, ?)',
      tx.newId(),
      userId,
      address,
      address,
      tx.now,
    ),
  )
}
