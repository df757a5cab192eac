import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { answerStep, everyCeremony, NAMES, succeeded } from '#tests/server/passkeys/all-ceremonies.ts'
import { atOnce, rowCounts } from '#tests/server/passkeys/rows.ts'

describe.each(NAMES)('a ceremony for %s', (name) => {
  test('W18 works, in the browser that began it', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W19 works once: the same answer again is refused', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    const first = await client.post(all[name].path, body)
    expect(succeeded(first)).toBe(true)
    const before = await rowCounts(world, ['users', 'passkeys', 'sessions', 'spent'])
    expect(await client.post(all[name].path, body)).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    expect(await rowCounts(world, ['users', 'passkeys', 'sessions', 'spent'])).toEqual(before)
  })

  test('W19 works once: a fresh answer to the same challenge is refused', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    await answerStep(client, all[name])
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })

  test('W19 works once, even if the earlier cookies come back with the answer', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const before = client.copy()
    await answerStep(client, all[name])
    const again = await answerStep(before, all[name])
    // A session that was renewed or replaced since is over already.
    expect([401, 410]).toContain(again.status)
  })

  test('W19 works once when twenty copies arrive together', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    const body = { ceremony: all[name].ceremony, ...all[name].answer() }
    const before = await rowCounts(world, ['users', 'passkeys'])
    const answers = await atOnce(20, () => client.post(all[name].path, body))
    expect(answers.filter(succeeded)).toHaveLength(1)
    // After five attempts a code is not checked any more; after the winner a session has a new token.
    for (const { status } of answers.filter((answer) => !succeeded(answer))) expect([410, 429, 401]).toContain(status)

    const after = await rowCounts(world, ['users', 'passkeys'])
    const made = name === 'sign-up-passkey' ? [1, 1] : name === 'add-passkey' ? [0, 1] : [0, 0]
    expect([(after.users ?? 0) - (before.users ?? 0), (after.passkeys ?? 0) - (before.passkeys ?? 0)]).toEqual(made)
  })

  test('W20 works until the millisecond before it expires', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    world.turnClock(all[name].lifetime - 1)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W20 is refused from the millisecond it expires', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    // Ten minutes from signing up, and no longer, the session needs no other confirmation.
    world.turnClock(all[name].lifetime)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })

  test('W20 is refused if it comes from the future', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    world.turnClock(-1)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    world.turnClock(1)
    expect(succeeded(await answerStep(client, all[name]))).toBe(true)
  })

  test('W19 is refused after housekeeping and a clock set back', async () => {
    const world = makeWorld()
    const { client, all } = await everyCeremony(world)
    await answerStep(client, all[name])
    world.turnClock(60 * 60_000)
    await houseKeep(world)
    world.turnClock(-60 * 60_000)
    expect(await answerStep(client, all[name])).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })
})
