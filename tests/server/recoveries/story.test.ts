import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'

test('recovers with only a mailbox, after 24 hours', async () => {
  const world = makeWorld()
  const { email, client, authenticator } = await signUp(world)
  const thief = makeClient(world, { ip: '9.9.9.9' })
  async function door() {
    const begun = await thief.post('/api/recovery', { email })
    expect(begun.status).toBe(202)
    const { code } = await newestLetter(world, email)
    return thief.post('/api/recovery/code', { ceremony: begun.body.ceremony, code })
  }
  const pass = await door()
  expect(pass).toMatchObject({ status: 200, body: { state: 'none', ways: [] } })
  expect(await thief.post('/api/recovery/start', { ceremony: pass.body.ceremony })).toMatchObject({ status: 200, body: { state: 'waiting' } })
  await houseKeep(world)
  expect((await thief.post('/api/recovery/start', { ceremony: pass.body.ceremony })).body).toMatchObject({ state: 'waiting', readyAt: world.now() + 86_400_000 })
  world.turnClock(86_400_000 - 1_000)
  await houseKeep(world)
  const early = await door()
  expect((await thief.post('/api/recovery/options', { ceremony: early.body.ceremony })).body.code).toBe('recovery_not_ready')
  world.turnClock(1_000)
  await houseKeep(world)
  const ready = await door()
  expect(ready.body).toMatchObject({ state: 'ready' })
  const options = await thief.post('/api/recovery/options', { ceremony: ready.body.ceremony })
  const fresh = makeAuthenticator(world)
  const credential = fresh.create(options.body.options as never)
  const done = await thief.post('/api/recovery/finish', { ceremony: options.body.ceremony, credential })
  expect(done).toMatchObject({ status: 200, body: { backupCodes: expect.any(Array) } })
  expect((await client.get('/api/session')).status).toBe(401)
  expect((await signIn(makeClient(world), authenticator)).body.code).toBe('unknown_passkey')
  expect((await signIn(makeClient(world), fresh)).status).toBe(200)
  expect((await lettersTo(world, email)).map(({ letter }) => letter)).toEqual(expect.arrayContaining(['recovery-started', 'recovery-reminder', 'recovery-ready', 'recovery-completed']))
  expect((await thief.get('/api/account/export')).status).toBe(200)
})
