import { expect, test } from 'vitest'
import { firstBreak } from '#server/audit/chain.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import {
  eventKinds,
  HOUR,
  letterNames,
  PASSWORD,
  passPassword,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'

test('K3 K13 a person recovers the account with only a mailbox after 24 hours', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  const { email } = owner
  const lost = makeClient(world, { ip: '198.18.0.1' })

  async function door() {
    const begun = await lost.post('/api/recovery', { email })
    expect(begun.status).toBe(202)
    const { code } = await newestLetter(world, email)
    return (await lost.post('/api/recovery/code', { ceremony: begun.body.ceremony, code })).body
  }

  const first = await door()
  expect(first).toEqual({ ceremony: expect.any(String), state: 'none', ways: ['totp', 'backup_code'] })
  expect((await lost.post('/api/recovery/start', { ceremony: first.ceremony })).body).toEqual({ state: 'waiting' })
  await houseKeep(world)
  const readyAt = world.now() + 24 * HOUR
  const times = { readyAt, closesAt: readyAt + 72 * HOUR }
  expect((await lost.post('/api/recovery/start', { ceremony: first.ceremony })).body).toEqual({
    state: 'waiting',
    ...times,
  })

  world.turnClock(12 * HOUR)
  await houseKeep(world)
  expect(await door()).toMatchObject({ state: 'waiting', ...times })
  world.turnClock(12 * HOUR)
  await houseKeep(world)
  const last = await door()
  expect(last).toMatchObject({ state: 'ready', ...times })

  const options = await lost.post('/api/recovery/options', { ceremony: last.ceremony })
  const found = makeAuthenticator(world)
  const finished = await lost.post('/api/recovery/finish', {
    ceremony: options.body.ceremony,
    credential: found.create(options.body.options as never),
    name: 'The new one',
  })
  expect(finished).toMatchObject({
    status: 200,
    body: {
      user: { id: owner.userId, email },
      accepted: { credentialIds: [expect.any(String)] },
      backupCodes: expect.toSatisfy((codes: string[]) => codes.length === 10),
    },
  })
  expect((await lost.get('/api/session')).body).toMatchObject({ user: { email }, session: { way: 'recovery' } })
  expect((await lost.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ name: 'The new one' }] })

  expect(await owner.client.get('/api/session')).toMatchObject({ status: 401 })
  expect(await signIn(makeClient(world), owner.authenticator)).toMatchObject({
    status: 409,
    body: { code: 'way_retired', until: world.now() + 7 * 24 * HOUR },
  })
  expect(await signIn(makeClient(world), found)).toMatchObject({ status: 200 })
  await expect(passPassword(stranger(world), email, PASSWORD)).rejects.toThrow('sign_in_failed')

  expect(
    (await letterNames(world, email)).filter((letter) => letter.startsWith('recovery') && letter !== 'recovery-code'),
  ).toEqual(['recovery-started', 'recovery-reminder', 'recovery-ready', 'recovery-completed'])
  expect((await eventKinds(world, owner.userId)).filter((kind) => kind.startsWith('recovery'))).toEqual([
    'recovery_requested',
    'recovery_started',
    'recovery_ready',
    'recovery_completed',
  ])
  const exported = (await lost.get('/api/account/export')).body as {
    events: Parameters<typeof firstBreak>[1]
    recoveries: unknown[]
  }
  expect(firstBreak(owner.userId, exported.events)).toBeUndefined()
  expect(exported.recoveries).toMatchObject([{ state: 'completed', startedAt: readyAt - 24 * HOUR, readyAt }])
  expect((await lettersTo(world, email)).slice(0, 2).map(({ letter }) => letter)).toEqual([
    'data-exported',
    'new-browser',
  ])
})
