import { expect, test } from 'vitest'
import { writeSeen } from '#server/sessions/seen.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  beforeTransaction,
  done,
  makeCodes,
  MINUTE,
  passMailbox,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

test('S8 every way in except a mailbox and a code opens a confirmed session', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const [code] = await makeCodes(owner.client)
  const signedUpAt = (await rows<{ at: number }>(world, 'select created_at as at from users'))[0]?.at
  done(await signIn(stranger(world), owner.authenticator))
  done((await signInByPassword(world, owner)).answer)
  const client = stranger(world)
  const { ceremony } = await passMailbox(world, client, owner.email)
  done(await client.post('/api/recovery/second-step', { ceremony, code }))
  expect(await rows(world, 'select way, confirmed_at from sessions order by way')).toEqual([
    { way: 'mailbox_code', confirmed_at: null },
    { way: 'passkey', confirmed_at: world.now() },
    { way: 'password', confirmed_at: world.now() },
    { way: 'sign_up', confirmed_at: signedUpAt },
  ])
})

test('L1 the sixty-first sign-in from an IP address in a minute is refused before any check', async () => {
  const world = makeWorld()
  const { authenticator } = await signUp(world)
  const client = stranger(world)
  const asked = (await client.post('/api/sign-in/options')).body
  const credential = authenticator.get(asked.options as never)
  for (let tries = 0; tries < 60; tries += 1)
    expect(await client.post('/api/sign-in', { ceremony: 'of nobody', credential })).toMatchObject({ status: 410 })
  const { ceremony } = asked
  expect(await client.post('/api/sign-in', { ceremony, credential })).toMatchObject({
    status: 429,
    body: { code: 'too_many_attempts' },
  })
  world.turnClock(MINUTE)
  expect(await client.post('/api/sign-in', { ceremony, credential })).toMatchObject({ status: 200 })
})

test('a session check succeeds even if its last use cannot be stored, and the next use is stored', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const lastSeen = async () => (await rows<{ at: number }>(world, 'select last_seen_at as at from sessions'))[0]?.at
  world.turnClock(MINUTE)
  const before = await lastSeen()
  expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  beforeTransaction(world, 1, () => Promise.reject(new Error('broken')))
  await expect(writeSeen(world)).rejects.toThrow('broken')
  expect([await lastSeen(), world.seen.size]).toEqual([before, 0])
  expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  await writeSeen(world)
  expect(await lastSeen()).toBe(world.now())
})
