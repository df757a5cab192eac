import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveKeys } from '#server/crypto/keys.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { DAY, makeCodes, signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'

const [OLD, NEW] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
const NOTHING = { apps: 0, passwords: 0, backupCodes: 0, kept: 0 }

test('counts what depends on each secret, and says what ends with an older one', async () => {
  const world = makeWorld({ SECRET: OLD })
  const { client, authenticator } = await signUpEquipped(world)
  const environment = { DATA_DIR: world.config.dataDir, SECRET: `${NEW},${OLD}` }
  const depends = { apps: 1, passwords: 1, backupCodes: 10, kept: 0 }
  const nameOf = (secret: string) => deriveKeys([secret]).session[0].id
  expect(await latchkeyJson(['keys', 'list'], environment)).toEqual({
    code: 0,
    data: {
      secrets: [
        { place: 1, name: nameOf(NEW), newest: true, rows: NOTHING },
        { place: 2, name: nameOf(OLD), newest: false, rows: depends },
      ],
      unknown: NOTHING,
    },
  })

  const { code, out } = await latchkey(['keys', 'list'], environment)
  expect(code).toBe(0)
  expect(out).toMatch(/^secret +name +authenticator apps +passwords +backup codes +can be brought back$/m)
  expect(out).toMatch(/^1 \(newest\) +\S{8} +0 +0 +0 +0$/m)
  expect(out).toMatch(/^2 +\S{8} +1 +1 +10 +0$/m)
  expect(out).toContain('Removing secret 2 ends 1 authenticator app, 1 password and 10 backup codes, and sessions')
  expect(out).not.toContain(OLD)
  expect(out).not.toContain(NEW)

  const alone = await latchkeyJson(['keys', 'list'], { ...environment, SECRET: NEW })
  expect(alone.data).toMatchObject({ secrets: [{ rows: NOTHING }], unknown: depends })
  expect((await latchkey(['keys', 'list'], { ...environment, SECRET: NEW })).out).toContain(
    '1 authenticator app, 1 password and 10 backup codes cannot be used: put the older secret back',
  )

  // Codes that had settled and were replaced can be brought back for a week, under the key of their time.
  world.turnClock(10 * DAY)
  await signIn(client, authenticator)
  await makeCodes(client)
  const kept = await latchkeyJson(['keys', 'list'], environment)
  expect(kept.data).toMatchObject({ secrets: [{ rows: NOTHING }, { rows: { ...depends, kept: 10 } }] })
})

test('refuses a directory without a database', async () => {
  const { code, err } = await latchkey(['keys', 'list'], { DATA_DIR: '/nowhere' })
  expect([code, err]).toEqual([1, 'The configuration has a fault:\n  - DATA_DIR /nowhere has no database\n'])
})
