import { describe, expect, test } from 'vitest'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  letterNames,
  PASSWORD,
  signInByPassword,
  signUpEquipped,
  stranger,
} from '#tests/server/second-factor/steps.ts'
import {
  finish,
  KEPT,
  knock,
  readyToFinish,
  recover,
  SETTLES,
  startWait,
  states,
  WAIT,
} from '#tests/server/recoveries/steps.ts'

describe('K13 a completed recovery', () => {
  test('removes every earlier way in, and keeps what had settled', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const elsewhere = await signInByPassword(world, owner)
    const halfway = await knock(world, owner)
    const { client, authenticator, codes } = await recover(world, owner)

    expect(
      await rows(world, 'select 1 from totp union all select 1 from passwords union all select 1 from guesses'),
    ).toEqual([])
    expect(await rows(world, 'select kind, cause from retired order by kind')).toEqual(
      ['passkey', 'password', 'totp'].map((kind) => ({ kind, cause: 'recovery' })),
    )
    for (const gone of [owner.client, elsewhere.client])
      expect(await gone.get('/api/session')).toMatchObject({ status: 401 })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({
      status: 409,
      body: { code: 'way_retired', retiredAt: world.now(), until: world.now() + KEPT },
    })
    expect(
      await stranger(world).post('/api/sign-in/password', { email: owner.email, password: PASSWORD }),
    ).toMatchObject({ status: 401 })
    expect(
      await halfway.client.post('/api/recovery/second-step', { ceremony: halfway.pass.ceremony, code: owner.codes[0] }),
    ).toMatchObject({ status: 410 })

    world.turnClock(1)
    // The app had settled and opens nothing but the offer to take the account back; the codes had not, and are gone.
    for (const [code, status] of [
      [owner.codes[1], 401],
      [codeAt(owner.secret, world.now()), 409],
    ]) {
      const kept = await knock(world, owner)
      expect(kept.pass).toMatchObject({ state: 'none', ways: ['totp', 'backup_code'] })
      const answer = await kept.client.post('/api/recovery/second-step', { ceremony: kept.pass.ceremony, code })
      expect(answer).toMatchObject({ status })
    }
    const back = await knock(world, owner)
    expect(
      await back.client.post('/api/recovery/second-step', { ceremony: back.pass.ceremony, code: codes[0] }),
    ).toMatchObject({ status: 200 })
    expect(await signIn(stranger(world), authenticator)).toMatchObject({ status: 200 })
    expect((await client.get('/api/backup-codes')).body).toMatchObject({ remaining: 9 })
  })

  test('changes nothing in another account', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUp(world), await signUpEquipped(world)]
    const before = await rows(world, 'select * from passkeys where user_id = ?', other.userId)
    await recover(world, owner)
    expect(await rows(world, 'select * from passkeys where user_id = ?', other.userId)).toEqual(before)
    expect(await rows(world, 'select 1 from totp union all select 1 from passwords')).toHaveLength(2)
    expect(await other.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('opens a confirmed session and ends the one this browser had', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client } = await recover(world, owner)
    expect((await client.get('/api/session')).body.session).toMatchObject({ way: 'recovery', confirmedAt: world.now() })
    expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject({ status: 201 })
    expect(await rows(world, 'select 1 from sessions where user_id = ?', owner.userId)).toHaveLength(1)
  })

  test('is never cached and returns its codes once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT)
    const answer = await finish(await readyToFinish(world, await knock(world, owner)))
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(await rows(world, 'select 1 from backup_codes')).toHaveLength(10)
  })

  test('sends a letter to every address and does not prevent the next recovery through the same one', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, 'second@example.com')
    await recover(world, owner)
    for (const to of [owner.email, 'second@example.com'])
      expect(await letterNames(world, to)).toContain('recovery-completed')
    world.turnClock(1)
    await recover(world, owner)
    expect(await states(world, owner.userId)).toEqual(['completed', 'completed'])
  })
})

describe('after a completed recovery', () => {
  test.each([
    ['an address that is not the main one', 'second@example.com', 'third@example.com'],
    ['the main address', undefined, 'second@example.com'],
  ])('through %s, the others start none until its passkey has settled, to the millisecond', async (_, by, other) => {
    const world = makeWorld()
    const owner = await signUp(world)
    for (const address of ['second@example.com', 'third@example.com']) await addEmail(world, owner.client, address)
    await recover(world, { email: by ?? owner.email })
    const settlesAt = world.now() + SETTLES
    world.turnClock(SETTLES - 1)
    const early = await knock(world, { email: other })
    expect(await early.client.post('/api/recovery/start', { ceremony: early.pass.ceremony })).toMatchObject({
      status: 403,
      body: { code: 'not_settled', settlesAt, detail: expect.stringContaining('The main address can start one now.') },
    })
    for (const email of [owner.email, by ?? owner.email]) {
      const { client, pass } = await knock(world, { email })
      expect(await client.post('/api/recovery/start', { ceremony: pass.ceremony })).toMatchObject({ status: 200 })
    }
    world.turnClock(1)
    expect(await early.client.post('/api/recovery/start', { ceremony: early.pass.ceremony })).toMatchObject({
      status: 200,
    })
  })

  test('the live recoveries of other addresses have ended, but for that of the main one', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    for (const address of ['second@example.com', 'third@example.com']) await addEmail(world, owner.client, address)
    const [main, third] = [await startWait(world, owner), await startWait(world, { email: 'third@example.com' })]
    await recover(world, { email: 'second@example.com' })
    expect(
      await rows(world, 'select canonical, state from recoveries where user_id = ? order by canonical', owner.userId),
    ).toEqual(
      [
        { canonical: owner.email, state: 'waiting' },
        { canonical: 'second@example.com', state: 'completed' },
        { canonical: 'third@example.com', state: 'cancelled' },
      ].toSorted((a, b) => (a.canonical < b.canonical ? -1 : 1)),
    )
    for (const { client, pass } of [main, third])
      expect(await client.post('/api/recovery/options', { ceremony: pass.ceremony })).toMatchObject({ status: 410 })
    world.turnClock(1)
    const again = await finish(await readyToFinish(world, await knock(world, owner)))
    expect(again).toMatchObject({ status: 200 })
  })

  test('an address that had not settled is gone, with a letter, and the main one and the one that asked stay', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, 'second@example.com')
    world.turnClock(SETTLES - WAIT)
    done(await signIn(owner.client, owner.authenticator))
    const young = 'young@example.com'
    await addEmail(world, owner.client, young)
    await recover(world, { email: 'second@example.com' })
    expect(await letterNames(world, young)).toContain('recovery-completed')
    const left = await rows<{ address: string }>(world, 'select address from emails order by is_primary desc')
    expect(left.map(({ address }) => address)).toEqual([owner.email, 'second@example.com'])
  })
})
