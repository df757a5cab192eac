import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { begun, readyToAdd, type RequestOptions, signUpCounting } from '#tests/server/passkeys/steps.ts'
import { codeAt, done, eventKinds, letterNames, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { knock, recover, takeBack } from '#tests/server/recoveries/steps.ts'
import { touchWith } from '#tests/server/custody/custody-steps.ts'
import { askBack, OVER, robbed } from '#tests/server/custody/take-back-steps.ts'

const OTHER = 'other@example.com'

describe('taking back', () => {
  test('is refused to a passkey that had not settled, and to one that the thief added', async () => {
    const { world, young, thief } = await robbed()
    const backdoor = makeAuthenticator(world)
    done(await addPasskey(thief.client, backdoor))
    expect(await signIn(stranger(world), young)).toMatchObject({ status: 401, body: { code: 'unknown_passkey' } })
    expect(await signIn(stranger(world), backdoor)).toMatchObject({ status: 200 })
  })

  test('happens once: twice one after the other, and once of fifty at the same time', async () => {
    const { world, owner } = await robbed()
    const [first, second] = [stranger(world), stranger(world)]
    const ceremony = await askBack(first, owner.authenticator)
    const other = await askBack(second, owner.authenticator)
    const answers = await atOnce(50, () => first.copy().post('/api/take-back', { ceremony }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(49)
    expect(await first.post('/api/take-back', { ceremony })).toMatchObject(OVER)
    expect(await second.post('/api/take-back', { ceremony: other }), 'another ceremony').toMatchObject(OVER)
    expect(await rows(world, 'select 1 from sessions')).toHaveLength(1)
    expect((await letterNames(world, owner.email)).filter((letter) => letter === 'account-taken-back')).toHaveLength(1)
  })

  test('is bound to its browser', async () => {
    const { world, owner } = await robbed()
    const home = stranger(world)
    const ceremony = await askBack(home, owner.authenticator)
    const elsewhere = stranger(world)
    done(await elsewhere.post('/api/sign-in/options'))
    for (const client of [elsewhere, stranger(world)])
      expect(await leavingAllAsItWas(world, () => client.post('/api/take-back', { ceremony }))).toMatchObject(OVER)
    expect(await home.post('/api/take-back', { ceremony })).toMatchObject({ status: 200 })
  })

  test('must be finished within fifteen minutes, to the millisecond', async () => {
    const { world, owner } = await robbed()
    const home = stranger(world)
    const ceremony = await askBack(home, owner.authenticator)
    world.turnClock(15 * MINUTE)
    expect(await home.post('/api/take-back', { ceremony })).toMatchObject(OVER)
    world.turnClock(-1)
    expect(await home.post('/api/take-back', { ceremony })).toMatchObject({ status: 200 })
  })

  test.each([null, 5, [], {}, 'x'.repeat(5_000)])('with the ceremony %j is refused', async (ceremony) => {
    const { status } = await stranger(makeWorld()).post('/api/take-back', { ceremony })
    expect([400, 410]).toContain(status)
  })

  test('takes another person’s account in no way', async () => {
    const { world, owner } = await robbed()
    const stranger1 = await signUp(world)
    const before = await rows(world, 'select * from passkeys where user_id = ?', stranger1.userId)
    const ceremony = await askBack(stranger1.client, owner.authenticator)
    expect(await stranger1.client.post('/api/take-back', { ceremony })).toMatchObject({
      status: 200,
      body: { user: { id: owner.userId } },
    })
    expect(await rows(world, 'select * from passkeys where user_id = ?', stranger1.userId)).toEqual(before)
    expect(await signIn(stranger(world), stranger1.authenticator)).toMatchObject({ status: 200 })
  })

  test('with a ceremony of another kind is refused', async () => {
    const { world, owner } = await robbed()
    const client = stranger(world)
    const begins = begun<RequestOptions>(await client.post('/api/sign-in/options'))
    const { pass } = await knock(world, owner, client)
    for (const ceremony of [begins.ceremony, pass.ceremony])
      expect(await client.post('/api/take-back', { ceremony })).toMatchObject(OVER)
    const ceremony = await askBack(client, owner.authenticator)
    const credential = owner.authenticator.get(begins.options)
    for (const [path, body] of [
      ['/api/sign-in', { credential }],
      ['/api/recovery/start', {}],
      ['/api/recovery/options', {}],
      ['/api/recovery/cancel', {}],
      ['/api/recovery/second-step', { code: '123456' }],
    ] as const)
      expect([path, await client.post(path, { ceremony, ...body })]).toMatchObject([path, OVER])
  })

  test('is refused if the signature is wrong, and the activity shows it', async () => {
    const { world, owner } = await robbed()
    expect(await signIn(stranger(world), owner.authenticator, { signature: () => Buffer.alloc(70) })).toMatchObject({
      status: 401,
      body: { code: 'sign_in_failed' },
    })
    expect(await eventKinds(world, owner.userId)).toContain('sign_in_failed')
  })

  test('is refused if the signature counter went backwards, and the owner gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUpCounting(world)
    done(await signIn(stranger(world), owner.authenticator))
    await recover(world, owner)
    for (const signCount of [1, 2])
      expect(await signIn(stranger(world), owner.authenticator, { signCount })).toMatchObject({
        status: 401,
        body: { code: 'sign_in_failed' },
      })
    expect(await letterNames(world, owner.email)).toContain('passkey-counter-regressed')
    expect(await eventKinds(world, owner.userId)).toContain('passkey_counter_regressed')
    // A copy that signs between the two requests makes the second one too old.
    const home = stranger(world)
    const [old, newer] = [await askBack(home, owner.authenticator), await askBack(home, owner.authenticator)]
    expect(await home.post('/api/take-back', { ceremony: newer })).toMatchObject({ status: 200 })
    expect(await home.post('/api/take-back', { ceremony: old })).toMatchObject(OVER)
  })
})

describe('a retired passkey', () => {
  test('opens no session by itself, whatever the sign-in', async () => {
    const { world, owner } = await robbed()
    const client = stranger(world)
    await askBack(client, owner.authenticator)
    expect(client.cookies.has(SESSION)).toBe(false)
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
    expect(await rows(world, 'select 1 from sessions')).toHaveLength(1)
  })

  test('confirms no session of the account and touches for nothing', async () => {
    const { owner, thief } = await robbed()
    const { ceremony, options } = begun<RequestOptions>(await thief.client.post('/api/confirmation/options'))
    const credential = owner.authenticator.get({ ...options, allowCredentials: [] })
    expect(await thief.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    await expect(touchWith(thief.client, owner.authenticator, { act: 'delete_account' })).rejects.toThrow('not_settled')
  })

  test('and its app and backup codes open no session from the mailbox before they take the account back', async () => {
    const { world, owner } = await robbed()
    for (const code of [codeAt(owner.secret, world.now()), owner.codes[0]]) {
      const { client, pass } = await knock(world, owner)
      expect(pass.ways).toEqual(['totp', 'backup_code'])
      expect(await client.post('/api/recovery/second-step', { ceremony: pass.ceremony, code })).toMatchObject({
        status: 409,
        body: { code: 'way_retired' },
      })
      expect(await client.get('/api/session')).toMatchObject({ status: 401 })
    }
  })

  test('is registered by nobody meanwhile, and the owner still takes the account back', async () => {
    const { world, owner, thief } = await robbed()
    const credentialId = owner.authenticator.passkeys[0]?.credentialId
    const other = await signUp(world)
    for (const client of [other.client, thief.client]) {
      const { ceremony, options } = await readyToAdd(client)
      const credential = makeAuthenticator(world).create(options, { credentialId })
      expect(await client.post('/api/passkeys', { ceremony, credential })).toMatchObject({
        status: 409,
        body: { code: 'passkey_taken' },
      })
    }
    expect(await takeBack(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  })

  test('of a person who recovered the account through the main address takes it back too', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, OTHER)
    const { client } = await recover(world, owner)
    world.turnClock(1)
    expect(await takeBack(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })
})
