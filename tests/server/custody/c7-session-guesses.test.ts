import { describe, expect, test } from 'vitest'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import {
  beforeTransaction,
  codeAt,
  DAY,
  done,
  countFailures,
  eventKinds,
  letterNames,
  type SecondStep,
  SECOND_STEPS,
  signUpEquipped,
  signUpWithApp,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'
import {
  exhaust,
  guess,
  NOT_SIGNED_IN,
  PAUSE,
  typeWrong,
  WRONG_BACKUP_CODE,
} from '#tests/server/second-factor/throttle-steps.ts'

const FIVE = 'wrong-codes-in-session'
const TEN = 'session-ended-by-codes'

async function countOf(world: TestWorld, to: string, letter: string): Promise<number> {
  return (await letterNames(world, to)).filter((name) => name === letter).length
}

describe('C7 wrong codes in a session', () => {
  test('take neither the app nor the password, however long a stale cookie tries', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const thief = { client: owner.client.copy(), secret: owner.secret }
    world.turnClock(DAY)
    await typeWrong(world, thief, { times: 10 })
    for (let round = 1; round <= 20; round += 1) {
      expect(await thief.client.post('/api/confirmation', { code: '000000' })).toMatchObject(NOT_SIGNED_IN)
      world.turnClock(PAUSE)
    }
    expect(await rows(world, 'select 1 from totp where suspended_at is null')).toHaveLength(1)
    expect(await rows(world, 'select 1 from passwords')).toHaveLength(1)
    expect(await guess(world, owner, { code: codeAt(owner.secret, world.now()) })).toMatchObject({ status: 200 })
  })

  test.each<[string, SecondStep]>(Object.entries(SECOND_STEPS))('pause no code %s', async (_, at) => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await typeWrong(world, owner, { times: 10 })
    expect(await guess(world, owner, { at, code: codeAt(owner.secret, world.now()) })).toMatchObject({ status: 200 })
    expect(await guess(world, owner, { at, code: owner.codes[0] ?? '' })).toMatchObject({ status: 200 })
  })

  test('end the session after ten, of whatever kind, and no other session', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const other = stranger(world)
    done(await signIn(other, owner.authenticator))
    await typeWrong(world, owner, { times: 5 })
    await typeWrong(world, owner, { times: 4, code: WRONG_BACKUP_CODE })
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    await typeWrong(world, owner, { times: 1 })
    expect(await owner.client.get('/api/session')).toMatchObject(NOT_SIGNED_IN)
    expect(await other.get('/api/session')).toMatchObject({ status: 200 })
    expect((await eventKinds(world, owner.userId)).slice(-2)).toEqual(['code_wrong', 'session_ended_by_codes'])
  })

  test('are told to the owner after five and after ten, once each', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await typeWrong(world, owner, { times: 4 })
    expect(await countOf(world, owner.email, FIVE)).toBe(0)
    await typeWrong(world, owner, { times: 1 })
    expect(await countOf(world, owner.email, FIVE)).toBe(1)
    await typeWrong(world, owner, { times: 4 })
    expect(await countOf(world, owner.email, TEN)).toBe(0)
    await typeWrong(world, owner, { times: 1 })
    expect(await countOf(world, owner.email, FIVE)).toBe(1)
    expect(await countOf(world, owner.email, TEN)).toBe(1)
  })

  test('are counted from zero after a right code, which changes the token', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const thief = owner.client.copy()
    await typeWrong(world, owner, { times: 9 })
    done(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) }))
    expect(await thief.post('/api/confirmation', { code: '000000' })).toMatchObject(NOT_SIGNED_IN)
    await typeWrong(world, owner, { times: 9 })
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    expect(await countOf(world, owner.email, FIVE), 'told about each row').toBe(2)
  })

  test('are checked ten times when fifty come at once', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const code = wrongCode(owner.secret, world.now())
    const answers = await atOnce(50, () => owner.client.copy().post('/api/confirmation', { code }))
    expect(answers.filter(({ body }) => body.code === 'code_wrong')).toHaveLength(10)
    expect(answers.filter(({ body }) => body.code === 'not_signed_in')).toHaveLength(40)
    const kinds = await eventKinds(world, owner.userId)
    expect(await countFailures(world, owner.userId, 'code_wrong')).toBe(10)
    expect(kinds.filter((kind) => kind === 'session_ended_by_codes')).toHaveLength(1)
    expect(await countOf(world, owner.email, FIVE)).toBe(1)
    expect(await countOf(world, owner.email, TEN)).toBe(1)
    expect(await owner.client.get('/api/session')).toMatchObject(NOT_SIGNED_IN)
  })

  test('are not counted against a session that was confirmed while they were under way', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const thief = owner.client.copy()
    const code = codeAt(owner.secret, world.now())
    beforeTransaction(world, 2, async () => done(await owner.client.post('/api/confirmation', { code })))
    expect(await thief.post('/api/confirmation', { code: '000000' })).toMatchObject(NOT_SIGNED_IN)
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    expect(await rows(world, 'select wrong_codes from sessions')).toEqual([{ wrong_codes: 0 }])
  })

  test('are over in a session whose last count was stored before the process stopped, right ones too', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await world.db.transaction((tx) => tx.run('update sessions set wrong_codes = 10'))
    expect(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject(
      NOT_SIGNED_IN,
    )
    expect(await rows(world, 'select wrong_codes from sessions')).toEqual([{ wrong_codes: 10 }])
  })

  test('of fifty right codes at the same time one confirms, and the session goes on', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const owner = await signUpWithApp(world)
    const code = codeAt(owner.secret, world.now())
    const copies = Array.from({ length: 50 }, () => owner.client.copy())
    const answers = await Promise.all(copies.map((copy) => copy.post('/api/confirmation', { code })))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(await rows(world, 'select wrong_codes from sessions')).toHaveLength(1)
  })
})

describe('C7 a suspended app', () => {
  test('is shown as suspended, and is no way in', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner, 20)
    const client = stranger(world)
    client.passkeys = owner.authenticator
    const mailbox = async () =>
      ((await owner.client.get('/api/check-up')).body.losses as { what: string; sentence: string }[]).find(
        ({ what }) => what === 'mailbox',
      )?.sentence
    expect(await mailbox()).not.toContain('your password and a code')
    done(await signIn(client, owner.authenticator))
    expect(await mailbox(), 'revived').toContain('your password and a code')
    const [passkey] = (await client.get('/api/passkeys')).body.passkeys as { id: string }[]
    await world.db.transaction((tx) => tx.run('update totp set suspended_at = ?', tx.now))
    expect(await client.delete(`/api/passkeys/${passkey?.id}`)).toMatchObject({
      status: 409,
      body: { code: 'last_way_in' },
    })
    expect((await client.get('/api/account/export')).body).toMatchObject({ totp: { suspendedAt: world.now() } })
    await turnOnTotp(world, client)
    expect((await client.get('/api/account/export')).body.totp).not.toHaveProperty('suspendedAt')
    expect(await client.delete(`/api/passkeys/${passkey?.id}`)).toMatchObject({ status: 200 })
  })
})
