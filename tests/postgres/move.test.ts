import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as users from '#db/users.ts'
import { bootWorld } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { DAY, type Equipped, signInByPassword, signUpEquipped, stranger } from '#tests/server/second-factor/steps.ts'
import { bootOn, dumpOfDatabase, dumpOfDirectory, move, newDatabase, newDataDir } from './move-steps.ts'

/** Five weeks later the first events of each person are cut off. */
const LATER = 35 * DAY

/** An installation with all ways in, with signs that need care, with a gap in the numbers, and with events that were cut off. */
async function fill(dataDir: string): Promise<{ ada: Equipped; bob: Equipped }> {
  const world = await bootOn({ DATA_DIR: dataDir })
  const ada = await signUpEquipped(world, { email: 'ada@example.com' })
  const gone = await signUp(world)
  const bob = await signUpEquipped(world, { email: 'bob@example.com' })
  await ada.client.patch('/api/account', { name: 'Zoë "\\Quote" {a,b} \u{1F511} NULL' })
  await world.db.transaction(async (tx) => {
    await tx.run('update users set delete_at = ? where id = ?', tx.now, gone.userId)
    expect(await users.removeIfDue(tx, gone.userId)).toBe(true)
  })
  world.turnClock(LATER - 60_000)
  await signIn(ada.client, ada.authenticator)
  await houseKeep(world)
  expect(await rows(world, 'select seq from event_cuts where user_id = ?', ada.userId)).toHaveLength(1)
  await world.db.close()
  return { ada, bob }
}

async function expectAllToEnter(world: TestWorld, { ada, bob }: { ada: Equipped; bob: Equipped }, code: number) {
  expect((await signIn(stranger(world), ada.authenticator)).status).toBe(200)
  world.turnClock(60_000)
  expect((await signInByPassword(world, bob)).answer.status).toBe(200)
  expect((await signInByPassword(world, bob, { code: bob.codes[code] ?? '' })).answer.status).toBe(200)
  expect((await signInByPassword(world, ada, { code: bob.codes[code + 1] ?? '' })).answer.status).toBe(401)
}

test('an installation that is moved there and back is the same, byte for byte', async () => {
  const [start, end, there, again] = [newDataDir(), newDataDir(), await newDatabase(), await newDatabase()]
  await fill(start)
  const before = dumpOfDirectory(start)

  const [code, said] = await move(`sqlite:${start}`, there)
  expect(said).toMatch(
    /Verified: \d+ tables with \d+ rows are the same on both sides, and every person’s activity is intact \(people with activity: 1\)/,
  )
  expect(code).toBe(0)
  expect(dumpOfDirectory(start)).toEqual(before)
  const moved = await dumpOfDatabase(there)
  expect(moved.users).toHaveLength(2)

  expect(await move(there, `sqlite:${end}`)).toEqual([0, expect.stringContaining('Verified: ')])
  expect(dumpOfDirectory(end)).toEqual(before)
  expect(readFileSync(join(end, 'rp-id'), 'utf8')).toBe('localhost')
  expect(statSync(join(end, 'latchkey.sqlite')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(end, 'latchkey.sqlite.part'))).toBe(false)

  expect(await move(`sqlite:${end}`, again)).toEqual([0, expect.stringContaining('Verified: ')])
  expect(await dumpOfDatabase(again)).toEqual(moved)
})

test('people sign in with passkey, app code and backup code after each move', async () => {
  const [start, end, there] = [newDataDir(), newDataDir(), await newDatabase()]
  const people = await fill(start)
  const [code] = await move(`sqlite:${start}`, there)
  expect(code).toBe(0)

  const onPostgres = await bootOn({ DATABASE_URL: there }, LATER)
  await expectAllToEnter(onPostgres, people, 0)
  const { userId } = await signUp(onPostgres)
  const numbers = await rows<{ number: number }>(onPostgres, 'select number from users where id = ?', userId)
  expect(numbers).toEqual([{ number: 4 }])
  await onPostgres.db.close()

  expect((await move(there, `sqlite:${end}`))[0]).toBe(0)
  await expectAllToEnter(await bootOn({ DATA_DIR: end }, LATER + DAY), people, 2)
})

test('no server starts on the source again, and it says where everything is, without the password', async () => {
  const [start, end, there] = [newDataDir(), newDataDir(), await newDatabase()]
  await fill(start)
  const shown = there.replace(/:[^:@/]+@/, '@')
  expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
  await expect(bootOn({ DATA_DIR: start })).rejects.toThrow(
    `DATA_DIR ${start} was moved to ${shown}: start with that one`,
  )

  expect((await move(there, `sqlite:${end}`))[0]).toBe(0)
  await expect(bootOn({ DATABASE_URL: there })).rejects.toThrow(
    `DATABASE_URL leads to a database that was moved to sqlite:${end}: start with that one`,
  )
})

test('the secret that an installation on localhost has made is used, and the command says where it is', async () => {
  const [start, there] = [newDataDir(), await newDatabase()]
  const world = bootWorld(readConfig({ DATA_DIR: start }), { log: () => {} })
  onTestFinished(() => world.db.close())
  await signUp(world)
  await world.db.close()
  const [code, said] = await move(`sqlite:${start}`, there, {})
  expect([code, said]).toEqual([0, expect.stringContaining(`Set SECRET_FILE to ${join(start, 'secret')}`)])

  const secret = readFileSync(join(start, 'secret'), 'utf8')
  const config = readConfig({ DATABASE_URL: there, SECRET: secret })
  expect(config.secrets).toEqual([secret])
  expect(said).not.toContain(secret)
})
