import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { askOptions, startWait, WAIT } from '#tests/server/recoveries/steps.ts'
import { DAY, done, MINUTE, type Pass, stranger } from '#tests/server/second-factor/steps.ts'
import { ask, askPastBudget, codeThatLeft, enter, HALF_HOUR, untilSent } from '#tests/server/custody/letter-steps.ts'

const EMAIL = 'owner@example.com'
const WRONG = '0'.repeat(12)

/** A world in which the first shared letter to the owner has left: the next request waits for half an hour. */
async function afterFirst() {
  const world = makeWorld()
  const owner = await signUp(world, { email: EMAIL })
  await askPastBudget(world, EMAIL)
  await houseKeep(world)
  world.turnClock(1)
  return { world, owner }
}

const LONG = `select id from outbox where letter = 'recovery-code' and recipient <> '' and params like '%"long":true%'`

describe('C9 a joined letter', () => {
  test('is one for fifty requests at once, and leaves half an hour after the last one', async () => {
    const { world } = await afterFirst()
    const clients = Array.from({ length: 50 }, () => stranger(world))
    const begun = await Promise.all(clients.map((client) => ask(client, EMAIL)))
    expect(new Set(begun.map(({ sentAt }) => sentAt))).toEqual(new Set([world.now() - 1 + HALF_HOUR]))
    expect(await rows(world, LONG)).toHaveLength(2)

    world.turnClock(HALF_HOUR - 2)
    await houseKeep(world)
    expect((await lettersTo(world, EMAIL)).filter(({ code }) => code?.length === 12)).toHaveLength(1)
    world.turnClock(1)
    const code = await codeThatLeft(world, EMAIL)
    expect((await lettersTo(world, EMAIL)).filter((each) => each.code?.length === 12)).toHaveLength(2)
    for (const [index, client] of clients.slice(0, 3).entries()) {
      const own = begun[index] ?? { ceremony: '', digits: 12 }
      expect(await enter(client, own, code)).toMatchObject({ status: 200 })
      expect(await enter(client, own, code)).toMatchObject({ status: 410 })
    }
  })

  test('shows twelve digits in groups, and says why', async () => {
    const { world } = await afterFirst()
    const [letter] = await lettersTo(world, EMAIL)
    expect(letter?.code).toMatch(/^\d{12}$/)
    expect(letter?.text).toContain(letter?.code?.replace(/(....)(....)(....)/, '$1-$2-$3'))
    expect(letter?.text).toContain('Many codes were asked for this address.')
  })

  test('gives each request five tries of its own: strangers use up those of nobody else', async () => {
    const { world } = await afterFirst()
    const own = stranger(world)
    const begun = await ask(own, EMAIL)
    for (let count = 0; count < 6; count += 1) {
      const { client, begun: other } = await askPastBudget(world, EMAIL)
      const answers = []
      for (let tries = 0; tries < 6; tries += 1) answers.push((await enter(client, other, WRONG)).status)
      expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    }
    untilSent(world, begun)
    const code = await codeThatLeft(world, EMAIL)
    for (let tries = 0; tries < 4; tries += 1) expect(await enter(own, begun, WRONG)).toMatchObject({ status: 401 })
    expect(await enter(own, begun, code)).toMatchObject({ status: 200 })
  })

  test('has a code for its own ceremonies only: not for an earlier or a later one, nor for six digits', async () => {
    const { world } = await afterFirst()
    const first = await codeThatLeft(world, EMAIL)
    const client = stranger(world)
    const begun = await ask(client, EMAIL)
    for (const wrong of [first, first.slice(0, 6)])
      expect(await enter(client, begun, wrong)).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    untilSent(world, begun)
    await houseKeep(world)
    world.turnClock(1)
    const later = await ask(client, EMAIL)
    expect(await enter(client, later, await codeThatLeft(world, EMAIL))).toMatchObject({ status: 401 })
  })

  test('has a code for ten minutes from when it leaves, to the millisecond', async () => {
    const { world } = await afterFirst()
    const client = stranger(world)
    const begun = await ask(client, EMAIL)
    untilSent(world, begun)
    const code = await codeThatLeft(world, EMAIL)
    world.turnClock(10 * MINUTE)
    expect(await enter(client, begun, code)).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
    world.turnClock(-1)
    expect(await enter(client, begun, code)).toMatchObject({ status: 200 })
  })

  test('that leaves after the wait completes a recovery, though it was asked for before', async () => {
    const { world, owner } = await afterFirst()
    world.turnClock(DAY)
    await startWait(world, owner)
    world.turnClock(WAIT - 20 * MINUTE)
    await askPastBudget(world, EMAIL)
    await houseKeep(world)
    world.turnClock(10 * MINUTE)
    const client = stranger(world)
    const begun = await ask(client, EMAIL)
    expect(begun.sentAt).toBe(world.now() + 20 * MINUTE)
    untilSent(world, begun)
    const pass = done(await enter(client, begun, await codeThatLeft(world, EMAIL))).body as Pass
    expect(await askOptions({ client, pass })).toMatchObject({ status: 200 })
  })

  test('that left before the end of the wait does not, though its code is entered after it', async () => {
    const { world, owner } = await afterFirst()
    world.turnClock(DAY)
    await startWait(world, owner)
    world.turnClock(WAIT - 1)
    const { client, begun } = await askPastBudget(world, EMAIL)
    expect(begun.sentAt).toBe(world.now())
    const code = await codeThatLeft(world, EMAIL)
    world.turnClock(MINUTE)
    const pass = done(await enter(client, begun, code)).body as Pass
    expect(await askOptions({ client, pass })).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
  })

  test('that nobody would get becomes real when the address can recover the account', async () => {
    const world = makeWorld()
    const { client } = await signUp(world, { email: EMAIL })
    await addEmail(world, client, 'new@example.com')
    world.turnClock(DAY - MINUTE)
    await askPastBudget(world, 'new@example.com')
    world.turnClock(1)
    await ask(stranger(world), 'new@example.com')
    await houseKeep(world)
    world.turnClock(MINUTE)
    const late = stranger(world)
    const begun = await ask(late, 'new@example.com')
    expect(begun.sentAt).toBe(world.now() - MINUTE - 1 + HALF_HOUR)
    untilSent(world, begun)
    expect(await enter(late, begun, await codeThatLeft(world, 'new@example.com'))).toMatchObject({ status: 200 })
  })

  test('leaves at once when the clock is set back, and its rows are deleted when nobody can join any more', async () => {
    const { world } = await afterFirst()
    world.turnClock(2 * DAY)
    await askPastBudget(world, EMAIL)
    world.turnClock(1)
    expect((await ask(stranger(world), EMAIL)).sentAt).toBeGreaterThan(world.now())
    world.turnClock(-DAY)
    expect((await askPastBudget(world, EMAIL)).begun.sentAt).toBe(world.now())
    await askPastBudget(world, 'nobody@example.com')
    const waiting = `select key from joined_letters union all select id from outbox where recipient = ''`
    world.turnClock(HALF_HOUR)
    await houseKeep(world)
    expect(await rows(world, waiting)).toHaveLength(3)
    world.turnClock(1)
    await houseKeep(world)
    expect(await rows(world, waiting)).toEqual([])
  })
})

describe('C9 past the budget', () => {
  test('a person signs up with a joined code', async () => {
    const world = makeWorld()
    await askPastBudget(world, 'new@example.com', '/api/sign-up')
    world.turnClock(1)
    const client = stranger(world)
    const begun = await ask(client, 'new@example.com', '/api/sign-up')
    expect(begun).toMatchObject({ digits: 12, sentAt: world.now() - 1 + HALF_HOUR })
    untilSent(world, begun)
    const code = await codeThatLeft(world, 'new@example.com', 'sign-up-code')
    const { ceremony, options } = done(await client.post('/api/sign-up/code', { ceremony: begun.ceremony, code })).body
    const credential = makeAuthenticator(world).create(options as never)
    expect(await client.post('/api/sign-up/passkey', { ceremony, credential })).toMatchObject({ status: 201 })
  })

  test('a taken address gets one letter “you already have an account”', async () => {
    const world = makeWorld()
    await signUp(world, { email: EMAIL })
    await askPastBudget(world, EMAIL, '/api/sign-up')
    const ordinary = (await lettersTo(world, EMAIL)).length
    world.turnClock(1)
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(stranger(world), EMAIL, '/api/sign-up')))
    untilSent(world, answers[0] ?? { ceremony: '', digits: 12 })
    await houseKeep(world)
    const letters = await lettersTo(world, EMAIL)
    expect(letters[0]?.letter).toBe('already-have-account')
    expect(letters).toHaveLength(ordinary + 1)
  })

  test('an address is added with a joined code', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const elsewhere = () => makeClient(world, { ip: '203.0.113.9', cookies: new Map(client.cookies) })
    for (let count = 0; count < 3; count += 1) await ask(elsewhere(), 'new@example.com', '/api/emails')
    const joined = await ask(elsewhere(), 'new@example.com', '/api/emails')
    expect(joined).toMatchObject({ digits: 12, sentAt: world.now() })
    const [newest] = await rows<{ id: string }>(world, `select id from outbox where params like '%"long":true%'`)
    const code = (await lettersTo(world, 'new@example.com')).find(({ id }) => id === newest?.id)?.code
    expect(await client.post('/api/emails/code', { ceremony: joined.ceremony, code })).toMatchObject({ status: 204 })
  })
})
