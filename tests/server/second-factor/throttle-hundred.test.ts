import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  passMailbox,
  signInByPassword,
  signUpEquipped,
  signUpWithApp,
  STEP,
  turnOnTotp,
  stranger,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import { exhaust, guess, JUDGED, PAUSE, PAUSED, typeWrong } from '#tests/server/second-factor/throttle-steps.ts'

const suspended = (world: TestWorld) => rows(world, 'select 1 from totp where suspended_at is not null')

describe('T11 a hundred wrong codes of the app in a row', () => {
  test('suspend the app, remove neither it nor the password, and the owner gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await exhaust(world, owner, 20)
    expect(await rows(world, 'select 1 from totp union all select 1 from passwords')).toHaveLength(2)
    expect(await suspended(world)).toHaveLength(1)
    expect(await letterNames(world, owner.email)).toContain('totp-suspended')
    expect(await eventKinds(world, owner.userId)).toContain('totp_suspended')

    const client = makeClient(world)
    const { ceremony, ways } = await passMailbox(world, client, owner.email)
    expect(ways).toEqual(['backup_code'])
    expect(
      await client.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }),
    ).toMatchObject(JUDGED)
    expect(await client.post('/api/recovery/second-step', { ceremony, code: owner.codes[0] })).toMatchObject({
      status: 200,
    })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  })

  test('make the right code look like a wrong one, with the same pause', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await exhaust(world, owner, 20)
    const right = () => ({ code: codeAt(owner.secret, world.now()) })
    for (let count = 1; count <= 5; count += 1) expect(await guess(world, owner, right())).toMatchObject(JUDGED)
    expect(await guess(world, owner, right())).toMatchObject(PAUSED)
    expect(await guess(world, owner, { code: owner.codes[0] ?? '' }), 'a backup code').toMatchObject({ status: 200 })
    expect(await suspended(world), 'which does not revive the app').toHaveLength(1)
  })

  test('are undone by one sign-in with a passkey, and the owner gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 20)
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
    expect(await suspended(world)).toEqual([])
    expect(await letterNames(world, owner.email)).toContain('totp-revived')
    expect(await eventKinds(world, owner.userId)).toContain('totp_revived')
    expect(await guess(world, owner), 'and counting starts again').toMatchObject(JUDGED)
    expect(await suspended(world)).toEqual([])
    expect((await signInByPassword(world, owner)).answer).toMatchObject({ status: 200 })

    await signIn(stranger(world), owner.authenticator)
    expect((await letterNames(world, owner.email)).filter((name) => name === 'totp-revived')).toHaveLength(1)
  })

  test('are counted over all pauses, and the ninety-ninth suspends nothing', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 19)
    for (let count = 96; count <= 99; count += 1) expect(await guess(world, owner)).toMatchObject(JUDGED)
    expect(await suspended(world)).toEqual([])
    expect(await guess(world, owner)).toMatchObject(JUDGED)
    expect(await suspended(world)).toHaveLength(1)
  })

  test('N17 are counted with the wrong codes in sessions, and none after the hundredth is checked', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 19)
    await typeWrong(world, owner, { times: 5 })
    expect(await suspended(world)).toHaveLength(1)
    expect(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject(
      JUDGED,
    )
    expect((await owner.client.post('/api/confirmation/options')).body.ways).toEqual(['passkey'])
    expect(await confirm(owner.client, owner.authenticator)).toMatchObject({ status: 204 })
  })

  test('N17 refuse a right code that was counted after the hundredth, before the app was suspended', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await world.db.transaction((tx) =>
      tx.run(
        `insert into guesses (user_id, kind, in_round, in_a_row, blocked_until) select id, 'totp', 1, 100, 0 from users`,
      ),
    )
    expect((await signInByPassword(world, owner)).answer).toMatchObject(JUDGED)
    expect(await suspended(world)).toHaveLength(1)
  })

  test('do not count for an app that is turned on later', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 20)
    const client = stranger(world)
    done(await signIn(client, owner.authenticator))
    client.passkeys = owner.authenticator
    const secret = await turnOnTotp(world, client)
    world.turnClock(2 * STEP)
    expect(await client.post('/api/confirmation', { code: wrongCode(secret, world.now()) })).toMatchObject(JUDGED)
    expect(await suspended(world)).toEqual([])
  })

  test('are forgotten with the app that is replaced', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 20)
    done(await confirm(owner.client, owner.authenticator))
    const secret = await turnOnTotp(world, owner.client)
    expect(await suspended(world)).toEqual([])
    world.turnClock(2 * STEP)
    expect(await guess(world, { ...owner, secret })).toMatchObject(JUDGED)
    expect((await signInByPassword(world, { ...owner, secret })).answer).toMatchObject({ status: 200 })
  })

  test('are not reached if a right one is between them', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 19)
    done(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) }))
    await exhaust(world, owner, 1)
    expect(await rows(world, 'select 1 from totp')).toHaveLength(1)
    expect(await suspended(world)).toEqual([])
  })
})

test('T11 a hundred wrong backup codes in a row pause backup codes and remove none', async () => {
  const world = makeWorld()
  const owner = await signUpEquipped(world)
  await world.db.transaction((tx) =>
    tx.run(
      `insert into guesses (user_id, kind, in_round, in_a_row, blocked_until) select id, 'backup_code', 4, 99, 0 from users`,
    ),
  )
  expect(await guess(world, owner, { code: '0000-0000-0000-0000-0000' })).toMatchObject(JUDGED)
  expect(await guess(world, owner, { code: owner.codes[0] ?? '' })).toMatchObject(PAUSED)
  expect(await suspended(world)).toEqual([])
  expect((await signInByPassword(world, owner)).answer, 'the app').toMatchObject({ status: 200 })
  world.turnClock(PAUSE)
  expect(await guess(world, owner, { code: owner.codes[0] ?? '' })).toMatchObject({ status: 200 })
})
