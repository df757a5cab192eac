import { describe, expect, test } from 'vitest'
import { SETTLES_AFTER } from '#server/settled.ts'
import type { Answer, Client } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { recover } from '#tests/server/recoveries/steps.ts'
import {
  codeAt,
  DAY,
  done,
  type Equipped,
  HOUR,
  makeCodes,
  passMailbox,
  signUpEquipped,
  STEP,
  stranger,
  turnOnTotp,
  wrongCode,
} from '#tests/server/second-factor/steps.ts'

/** An owner whose app and codes have settled, and a mailbox thief who has just completed a recovery. */
async function robbed(world: TestWorld): Promise<{ owner: Equipped; thief: Client }> {
  const owner = await signUpEquipped(world)
  world.turnClock(SETTLES_AFTER)
  const thief = await recover(world, owner)
  return { owner, thief: thief.client }
}

/** Enters a code at the recovery door, in a browser of the owner. */
async function enter(world: TestWorld, { email }: Equipped, code: string): Promise<{ client: Client; answer: Answer }> {
  const client = stranger(world)
  const { ceremony } = await passMailbox(world, client, email)
  return { client, answer: await client.post('/api/recovery/second-step', { ceremony, code }) }
}

const CODES: [string, (world: TestWorld, owner: Equipped) => string][] = [
  ['an app code', (world, { secret }) => codeAt(secret, world.now())],
  ['a backup code', (_, { codes: [code = ''] }) => code],
]

describe.each(CODES)('taking the account back with the mailbox and %s', (_, codeOf) => {
  test('ends the thief’s session, and gives everything back', async () => {
    const world = makeWorld()
    const { owner, thief } = await robbed(world)
    world.turnClock(2 * HOUR)
    const code = codeOf(world, owner)
    const { client, answer } = await enter(world, owner, code)
    expect(answer).toMatchObject({ status: 409, body: { code: 'way_retired' } })
    expect((await client.get('/api/session')).status).toBe(401)

    done(await client.post('/api/take-back', { ceremony: answer.body.ceremony }))
    expect((await thief.get('/api/session')).status).toBe(401)
    expect(done(await client.get('/api/passkeys')).body.passkeys).toHaveLength(1)
    const { body } = done(await client.get('/api/session'))
    expect(body.session).toMatchObject({ way: 'mailbox_code' })

    // The code was used, and another one signs in as before.
    world.turnClock(2 * HOUR)
    expect((await enter(world, owner, code)).answer).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
    expect((await enter(world, owner, owner.codes[5] ?? '')).answer.status).toBe(200)
  })

  test('works until seven days after the recovery, to the millisecond', async () => {
    const world = makeWorld()
    const { owner } = await robbed(world)
    const recoveredAt = world.now()
    world.turnClock(7 * DAY - 1)
    expect((await enter(world, owner, codeOf(world, owner))).answer.body.code).toBe('way_retired')
    world.turnClock(recoveredAt + 7 * DAY - world.now())
    expect((await enter(world, owner, codeOf(world, owner))).answer).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  })

  test('is not possible with one that had not settled', async () => {
    const world = makeWorld()
    const person = await signUp(world)
    world.turnClock(1)
    const secret = await turnOnTotp(world, person.client)
    const owner = { ...person, secret, codes: await makeCodes(person.client) }
    world.turnClock(8 * DAY)
    await recover(world, owner)
    world.turnClock(HOUR)
    expect((await enter(world, owner, codeOf(world, owner))).answer.body.code).toBe('code_wrong')
  })

  test('works once of fifty at the same time', async () => {
    const world = makeWorld({ LIMIT_SCALE: '100' })
    const { owner } = await robbed(world)
    world.turnClock(HOUR)
    const { client, answer } = await enter(world, owner, codeOf(world, owner))
    const { ceremony } = answer.body
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => client.copy().post('/api/take-back', { ceremony })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 410)).toHaveLength(49)
  })
})

test('a wrong code at the door of a recovered account is counted, and says nothing of what was taken away', async () => {
  const world = makeWorld()
  const { owner } = await robbed(world)
  world.turnClock(HOUR)
  const wrong = wrongCode(owner.secret, world.now())
  const client = stranger(world)
  const { ceremony } = await passMailbox(world, client, owner.email)
  for (let count = 1; count <= 5; count += 1)
    expect(await client.post('/api/recovery/second-step', { ceremony, code: wrong })).toMatchObject({
      status: 401,
      body: { code: 'code_wrong' },
    })
  world.turnClock(STEP)
  expect(await client.post('/api/recovery/second-step', { ceremony, code: wrong })).toMatchObject({ status: 429 })
})
