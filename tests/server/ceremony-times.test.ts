import { expect, test } from 'vitest'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const VISITOR = { ip: '192.0.2.1', userAgent: '', language: 'en' as const, browser: 'a browser' }

test('a ceremony can be spent at any millisecond of the coming years', async () => {
  const world = makeWorld()
  world.turnClock(Date.UTC(2039, 0, 1) - world.now())
  for (let ms = 0; ms < 200; ms += 1) {
    world.turnClock(1)
    const ceremony = openCeremony(
      world,
      VISITOR,
      'sign-in',
      sealCeremony(world, VISITOR, 'sign-in', { challenge: 'x' }),
    )
    expect(ceremony).toMatchObject({ startedAt: world.now(), expiresAt: world.now() + 300_000 })
    await world.db.transaction((tx) => spend(tx, ceremony))
  }
})
