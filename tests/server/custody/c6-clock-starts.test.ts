import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { MailFault } from '#server/mail-transport.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { DAY, done, eventKinds, HOUR, MINUTE } from '#tests/server/second-factor/steps.ts'
import { knock, startWait, states, WAIT, WINDOW } from '#tests/server/recoveries/steps.ts'

const [SECOND, THIRD] = ['second@example.com', 'third@example.com']

type Fate = 'accepted' | 'later' | 'refused'

/** The provider does this with the letters to each address, and accepts all others. */
function provide(world: TestWorld, fates: Record<string, Fate>): void {
  world.transport = {
    ...world.transport,
    async send({ to }: { to: string }) {
      const fate = fates[to] ?? 'accepted'
      if (fate !== 'accepted') throw new MailFault('not now', { kind: fate === 'refused' ? 'recipient' : 'passing' })
      return 'taken'
    },
  } as TestWorld['transport']
}

async function withThree() {
  const world = makeWorld()
  const owner = await signUp(world)
  for (const address of [SECOND, THIRD]) await addEmail(world, owner.client, address)
  await houseKeep(world)
  return { world, owner }
}

/** The pass of an address whose clock has not started. */
const WAITS = { ceremony: expect.any(String), state: 'waiting', ways: [] }

test.each<[string, Record<'main' | 'second' | 'third', Fate>, boolean]>([
  ['all letters were accepted', { main: 'accepted', second: 'accepted', third: 'accepted' }, true],
  ['only the letter to the asking address waits', { main: 'accepted', second: 'accepted', third: 'later' }, true],
  ['one other letter was refused for good', { main: 'accepted', second: 'refused', third: 'accepted' }, true],
  ['all other letters were refused for good', { main: 'refused', second: 'refused', third: 'accepted' }, true],
  ['only the asking address has its letter', { main: 'later', second: 'later', third: 'accepted' }, false],
  ['one other letter waits', { main: 'later', second: 'accepted', third: 'accepted' }, false],
])('custody C6 the clock: %s', async (_, { main, second, third }, starts) => {
  const { world, owner } = await withThree()
  const road = await knock(world, { email: THIRD })
  await houseKeep(world)
  provide(world, { [owner.email]: main, [SECOND]: second, [THIRD]: third })
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  await houseKeep(world)
  const times = { readyAt: world.now() + WAIT, closesAt: world.now() + WAIT + WINDOW }
  expect((await knock(world, { email: THIRD })).pass).toEqual(starts ? { ...WAITS, ...times } : WAITS)
  expect((await eventKinds(world, owner.userId)).includes('recovery_started')).toBe(starts)
})

test.each<[string, Record<string, Fate>, Record<string, Fate>, string[]]>([
  ['all letters were refused for good', { second: 'refused', third: 'refused' }, {}, ['closed']],
  ['the letter to the asking address still waits', { second: 'refused', third: 'later' }, {}, ['waiting']],
  ['it was refused as the last', { second: 'refused', third: 'later' }, { third: 'refused' }, ['closed']],
  ['another one still waits', { second: 'later', third: 'refused' }, {}, ['waiting']],
  ['another one was refused as the last', { second: 'later', third: 'refused' }, { second: 'refused' }, ['closed']],
])('fault B9 a recovery that no address was told of closes: %s', async (_, first, later, expected) => {
  const { world, owner } = await withThree()
  const road = await knock(world, { email: THIRD })
  await houseKeep(world)
  const provideFor = ({ second, third }: Record<string, Fate>) =>
    provide(world, { [owner.email]: 'refused', [SECOND]: second ?? 'refused', [THIRD]: third ?? 'refused' })
  provideFor(first)
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  await houseKeep(world)
  provideFor({ ...first, ...later })
  world.turnClock(MINUTE)
  await houseKeep(world)
  expect(await states(world, owner.userId)).toEqual(expected)
})

test('custody C6 the clock starts at the moment when the last other letter is accepted, and not again', async () => {
  const { world, owner } = await withThree()
  const road = await knock(world, { email: THIRD })
  const fates: Record<string, Fate> = { [owner.email]: 'later' }
  provide(world, fates)
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  await houseKeep(world)
  world.turnClock(HOUR)
  await houseKeep(world)
  expect((await knock(world, { email: THIRD })).pass).toEqual(WAITS)
  world.turnClock(2 * HOUR)
  fates[owner.email] = 'accepted'
  await houseKeep(world)
  const readyAt = world.now() + WAIT
  expect((await knock(world, { email: THIRD })).pass).toMatchObject({ state: 'waiting', readyAt })
  world.turnClock(HOUR)
  await houseKeep(world)
  expect((await knock(world, { email: THIRD })).pass).toMatchObject({ state: 'waiting', readyAt })
  expect((await eventKinds(world, owner.userId)).filter((kind) => kind === 'recovery_started')).toHaveLength(1)
})

test('custody C6 a recovery whose other letters never arrive ends after four days, to the millisecond', async () => {
  const { world, owner } = await withThree()
  provide(world, { [owner.email]: 'later' })
  const road = await knock(world, { email: THIRD })
  done(await road.client.post('/api/recovery/start', { ceremony: road.pass.ceremony }))
  world.turnClock(4 * DAY - 1)
  await houseKeep(world)
  expect(await states(world, owner.userId)).toEqual(['waiting'])
  world.turnClock(1)
  await houseKeep(world)
  expect(await states(world, owner.userId)).toEqual(['closed'])
})

test('custody C6 the only address of an account starts its own clock', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await startWait(world, owner)
  world.turnClock(MINUTE)
  expect((await knock(world, owner)).pass).toMatchObject({ state: 'waiting', readyAt: world.now() - MINUTE + WAIT })
})
