import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { MailFault, type MailFaultKind, type MailTransport } from '#server/mail-transport.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { DAY, done, eventKinds, HOUR, MINUTE } from '#tests/server/second-factor/steps.ts'
import { askOptions, knock, startWait, states, WAIT } from '#tests/server/recoveries/steps.ts'

/** A provider that is down, or accepts letters to some addresses only. Returns a function that restores it. */
function breakMail(
  world: TestWorld,
  { takes = () => false, kind }: { takes?: (to: string) => boolean; kind?: MailFaultKind } = {},
): () => void {
  const sound = world.transport
  const broken: MailTransport = {
    name: 'mailbox',
    async send(letter) {
      if (!takes(letter.to)) throw new MailFault('The provider is down', { kind })
      return sound.send(letter)
    },
  }
  world.transport = broken
  return () => void (world.transport = sound)
}

describe('K8 while no letter gets out', () => {
  test('the clock does not start, however long it takes', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    breakMail(world)
    const { client, pass } = await startWait(world, owner)
    expect((await client.post('/api/recovery/start', { ceremony: pass.ceremony })).body).toEqual({ state: 'waiting' })
    for (let day = 1; day <= 3; day += 1) {
      world.turnClock(DAY)
      await houseKeep(world)
      const road = await knock(world, owner)
      expect(road.pass).toEqual({ ceremony: expect.any(String), state: 'waiting', ways: [] })
      expect(await askOptions(road)).toMatchObject({ status: 409, body: { code: 'recovery_not_ready' } })
    }
    expect(await eventKinds(world, owner.userId)).not.toContain('recovery_started')
  })

  test('the clock starts with the first letter that is accepted, at that moment', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const repair = breakMail(world)
    await startWait(world, owner)
    world.turnClock(20 * HOUR)
    repair()
    await houseKeep(world)
    const readyAt = world.now() + WAIT
    expect((await knock(world, owner)).pass).toMatchObject({ state: 'waiting', readyAt })
    world.turnClock(WAIT - 1)
    expect(await askOptions(await knock(world, owner))).toMatchObject({ status: 409 })
    world.turnClock(1)
    expect(await askOptions(await knock(world, owner))).toMatchObject({ status: 200 })
    expect((await eventKinds(world, owner.userId)).filter((kind) => kind === 'recovery_started')).toHaveLength(1)
  })

  test('to one address, an accepted letter to another starts the clock, and a later one does not change it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, 'second@example.com')
    await houseKeep(world)
    const repair = breakMail(world, { takes: (to) => to === 'second@example.com' })
    const { client, pass } = await startWait(world, owner)
    const readyAt = world.now() + WAIT
    world.turnClock(5 * MINUTE)
    repair()
    await houseKeep(world)
    expect((await client.post('/api/recovery/start', { ceremony: pass.ceremony })).body).toMatchObject({
      state: 'waiting',
      readyAt,
    })
  })

  test('a recovery can be cancelled, and a letter accepted later does not start it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const repair = breakMail(world)
    const { client, pass } = await startWait(world, owner)
    done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
    repair()
    world.turnClock(HOUR)
    await houseKeep(world)
    expect(await rows(world, 'select started_at, ready_at, state from recoveries')).toEqual([
      { started_at: null, ready_at: null, state: 'cancelled' },
    ])
    expect(await eventKinds(world, owner.userId)).not.toContain('recovery_started')
  })
})

describe('fault B9 a recovery whose letters were all refused for good', () => {
  async function refused() {
    const world = makeWorld()
    const owner = await signUp(world)
    await houseKeep(world)
    const repair = breakMail(world, { kind: 'recipient' })
    const road = await startWait(world, owner)
    return { world, owner, repair, ...road }
  }

  test('is closed, which its page and the activity show', async () => {
    const { world, owner, client, pass } = await refused()
    expect(await states(world, owner.userId)).toEqual(['closed'])
    expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({
      status: 410,
      body: { code: 'ceremony_over' },
    })
    expect(await eventKinds(world, owner.userId)).toContain('recovery_closed')
  })

  test('is asked for again with a new code, and its letters are written again', async () => {
    const { world, owner, repair } = await refused()
    repair()
    world.turnClock(1)
    const { client, pass } = await startWait(world, owner)
    expect((await client.post('/api/recovery/start', { ceremony: pass.ceremony })).body).toMatchObject({
      state: 'waiting',
      readyAt: world.now() + WAIT,
    })
    expect(
      await rows(
        world,
        "select case when given_up_at is null then 1 else 0 end as sent from outbox where letter = 'recovery-started' order by seq",
      ),
    ).toEqual([{ sent: 0 }, { sent: 1 }])
  })
})

test('fault B9 a mistake of the operator delays the clock of a recovery until it is mended', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await houseKeep(world)
  const repair = breakMail(world, { kind: 'configuration' })
  await startWait(world, owner)
  expect(await states(world, owner.userId)).toEqual(['waiting'])
  expect(JSON.parse(world.logged.at(-1) ?? '')).toMatchObject({ level: 'error', message: 'A letter has to wait' })
  repair()
  world.turnClock(HOUR)
  await houseKeep(world)
  expect((await knock(world, owner)).pass).toMatchObject({ state: 'waiting', readyAt: world.now() + WAIT })
})

test('K8 the reminder and the ready letter are sent once, on time, and never after the end', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await startWait(world, owner)
  const told = async () =>
    (
      await rows<{ letter: string }>(
        world,
        `select letter from outbox where letter in ('recovery-reminder', 'recovery-ready') order by seq`,
      )
    ).map(({ letter }) => letter)
  const at = async (ms: number) => {
    world.turnClock(ms)
    await houseKeep(world)
    await houseKeep(world)
    return told()
  }
  expect(await at(12 * HOUR - 1)).toEqual([])
  expect(await at(1)).toEqual(['recovery-reminder'])
  expect(await at(12 * HOUR - 1)).toEqual(['recovery-reminder'])
  expect(await at(1)).toEqual(['recovery-reminder', 'recovery-ready'])
  expect(await at(4 * DAY)).toEqual(['recovery-reminder', 'recovery-ready'])
  expect(await eventKinds(world, owner.userId)).toContain('recovery_closed')
})
