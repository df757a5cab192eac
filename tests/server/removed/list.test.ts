import { expect, test } from 'vitest'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { done, makeCodes, stranger, turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { KEPT } from '#tests/server/recoveries/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { removedOf, removeSecond, settledOwner } from '#tests/server/removed/removed-steps.ts'
import { makeWorld } from '#tests/helpers/world.ts'

test('a removed passkey is listed for seven days, to the millisecond', async () => {
  const { world, client, authenticator } = await settledOwner()
  expect(await removeSecond(client)).toEqual({
    id: expect.any(String),
    kind: 'passkey',
    name: 'The second',
    removedAt: world.now(),
    until: world.now() + KEPT,
    byRecovery: false,
    takesBack: true,
  })
  world.turnClock(KEPT - 1)
  done(await signIn(client, authenticator))
  expect(await removedOf(client)).toHaveLength(1)
  world.turnClock(1)
  expect(await removedOf(client)).toEqual([])
})

test('everything that is removed or replaced is listed if it had settled', async () => {
  const { world, client } = await settledOwner()
  await makeCodes(client)
  done(await client.put('/api/password', { password: 'nine silver bells' }))
  await turnOnTotp(world, client)
  expect((await removedOf(client)).map(({ kind }) => kind).toSorted()).toEqual(['backup_codes', 'password', 'totp'])
})

test('what replaced them is not, because it had not settled', async () => {
  const { world, client } = await settledOwner()
  await makeCodes(client)
  world.turnClock(1)
  await makeCodes(client)
  expect(await removedOf(client)).toHaveLength(1)
})

test('the app goes with the password, and both are kept', async () => {
  const { client } = await settledOwner()
  done(await client.delete('/api/totp'))
  expect((await removedOf(client)).map(({ kind }) => kind).toSorted()).toEqual(['password', 'totp'])
})

test('a young passkey is deleted at once', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  world.turnClock(1)
  const young = makeAuthenticator(world)
  const { passkey } = done(await addPasskey(client, young)).body as { passkey: { id: string } }
  done(await client.delete(`/api/passkeys/${passkey.id}`))
  expect(await rows(world, 'select 1 from retired')).toEqual([])
  expect(await signIn(stranger(world), young)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
})

test('used-up backup codes are not kept', async () => {
  const { world, client } = await settledOwner()
  await world.db.transaction((tx) => tx.run('update backup_codes set used_at = ?', tx.now))
  await makeCodes(client)
  expect(await removedOf(client)).toEqual([])
})

test('the letter says until when it can be brought back, and that it takes the account back', async () => {
  const { world, client, email } = await settledOwner()
  await removeSecond(client)
  const [letter] = (await lettersTo(world, email)).filter((sent) => sent.letter === 'passkey-removed')
  const until = new Date(world.now() + KEPT).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  expect(letter?.text).toContain(until)
  expect(letter?.text).toContain('take the account back')
})

test('V8.2.2 nobody else sees it', async () => {
  const { world, client } = await settledOwner()
  await removeSecond(client)
  const other = await signUp(world)
  expect(await removedOf(other.client)).toEqual([])
  expect(await stranger(world).get('/api/removed')).toMatchObject({ status: 401 })
})
