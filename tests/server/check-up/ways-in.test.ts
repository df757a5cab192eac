import { expect, test } from 'vitest'
import { waysIn } from '#server/check-up/ways-in.ts'
import { addPasskey, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { signUpWithApp, makeCodes } from '#tests/server/second-factor/steps.ts'

const ways = (world: TestWorld, userId: string) => world.db.read((reader) => waysIn(reader, userId))
const take = (world: TestWorld, ...tables: string[]) =>
  world.db.transaction(async (tx) => {
    for (const table of tables) await tx.run(`delete from ${table}`)
  })

test('U16 the ways in are a passkey, a password with a second factor, and a mailbox with one', async () => {
  const world = makeWorld()
  const { client, userId } = await signUpWithApp(world)
  expect(await ways(world, userId)).toEqual(['passkey', 'password', 'mailbox_code'])
  await makeCodes(client)
  await take(world, 'totp')
  expect(await ways(world, userId)).toEqual(['passkey', 'password', 'mailbox_code'])
  await take(world, 'passwords')
  expect(await ways(world, userId)).toEqual(['passkey', 'mailbox_code'])
  await take(world, 'backup_codes')
  expect(await ways(world, userId)).toEqual(['passkey'])
})

test('U16 a password without a second factor is not a way in', async () => {
  const world = makeWorld()
  const { userId } = await signUpWithApp(world)
  await take(world, 'totp', 'passkeys')
  expect(await ways(world, userId)).toEqual([])
})

test('U16 used codes are not a way in', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  await makeCodes(client)
  await take(world, 'passkeys')
  expect(await ways(world, userId)).toEqual(['mailbox_code'])
  await world.db.transaction((tx) => tx.run('update backup_codes set used_at = 1'))
  expect(await ways(world, userId)).toEqual([])
})

test('U16 the ways in of another person do not count', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  await addPasskey((await signUpWithApp(world)).client, makeAuthenticator(world))
  await makeCodes(client)
  expect(await ways(world, userId)).toEqual(['passkey', 'mailbox_code'])
  expect(await ways(world, 'nobody')).toEqual([])
})
