import { expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'

const MINUTE = 60_000

async function waitingForCode(email = 'ada@example.com') {
  const world = makeWorld()
  const client = makeClient(world)
  const { ceremony } = (await client.post('/api/sign-up', { email })).body
  const code = (await newestLetter(world, email)).code ?? ''
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  return {
    world,
    client,
    ceremony,
    code,
    wrong,
    answer: (given: unknown, browser: Client = client) => browser.post('/api/sign-up/code', { ceremony, code: given }),
  }
}

test('a wrong code is refused, and the right one is accepted after it', async () => {
  const { answer, code, wrong } = await waitingForCode()
  expect(await answer(wrong)).toMatchObject({ status: 401, body: { code: 'code_wrong' } })
  expect(await answer(code)).toMatchObject({ status: 200, body: { options: { rp: { id: 'localhost' } } } })
})

test('V6.6.3 after five wrong codes the right one is refused for an hour with the waiting time', async () => {
  const { world, answer, code, wrong } = await waitingForCode()
  for (const _ of [1, 2, 3, 4, 5]) expect(await answer(wrong)).toMatchObject({ status: 401 })
  const refused = await answer(code)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts', retryAfter: 3_600 } })
  expect(refused.headers.get('retry-after')).toBe('3600')
  world.turnClock(10 * MINUTE - 1)
  expect(await answer(code)).toMatchObject({ status: 429 })
})

test('L4 a new cookie and another place reset nothing, because attempts count per letter', async () => {
  const { world, client, ceremony, answer, code, wrong } = await waitingForCode()
  for (const _ of [1, 2, 3, 4, 5]) await answer(wrong)
  const elsewhere = makeClient(world, { ip: '192.0.2.200', cookies: client.cookies })
  expect(await elsewhere.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 429 })
  const without = makeClient(world, { ip: '192.0.2.201' })
  expect(await without.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 410 })
})

test('L1 of a hundred wrong codes at once five are checked', async () => {
  const { world, client, ceremony } = await waitingForCode()
  // From many places, so that the limit per place does not apply before the one per letter.
  const answers = await atOnce(100, (index) =>
    makeClient(world, { ip: `192.0.2.${index}`, cookies: new Map(client.cookies) }).post('/api/sign-up/code', {
      ceremony,
      code: '000000',
    }),
  )
  expect(answers.filter(({ status }) => status === 401 || status === 200).length).toBeLessThanOrEqual(5)
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(95)
})

test('V6.6.2 a code is accepted only for its own letter', async () => {
  const { world, client, ceremony, code } = await waitingForCode()
  world.turnClock(1)
  const second = (await client.post('/api/sign-up', { email: 'bob@example.com' })).body
  const other = await newestLetter(world, 'bob@example.com')
  expect(other.code, 'two codes are the same once in a million runs').not.toBe(code)
  expect(await client.post('/api/sign-up/code', { ceremony, code: other.code })).toMatchObject({ status: 401 })
  expect(await client.post('/api/sign-up/code', { ceremony: second.ceremony, code })).toMatchObject({ status: 401 })
  expect(await client.post('/api/sign-up/code', { ceremony: second.ceremony, code: other.code })).toMatchObject({
    status: 200,
  })
})

test('each of two letters to one address has a code for the tab that asked for it', async () => {
  const { world, client, ceremony, code } = await waitingForCode()
  world.turnClock(1)
  const later = (await client.post('/api/sign-up', { email: 'ada@example.com' })).body
  const newest = await newestLetter(world, 'ada@example.com')
  expect(await client.post('/api/sign-up/code', { ceremony: later.ceremony, code: newest.code })).toMatchObject({
    status: 200,
  })
  expect(await client.post('/api/sign-up/code', { ceremony, code })).toMatchObject({ status: 200 })
})

test.each([
  '',
  '12345',
  '1234567',
  '12345a',
  ' 123456',
  '１２３４５６',
  '123 456',
  '-12345',
  '1e5555',
  123_456,
  null,
  ['123456'],
  { $ne: '' },
  undefined,
  true,
])('K20 %j is refused as invalid input and not counted', async (given) => {
  const { world, answer, code } = await waitingForCode()
  for (let times = 0; times < 6; times += 1)
    expect(await leavingAllAsItWas(world, () => answer(given))).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
  expect(await answer(code)).toMatchObject({ status: 200 })
})

test('L6 one place can send three letters an hour to one address, then gets the waiting time', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const ask = (email = 'ada@example.com', browser = client) => browser.post('/api/sign-up', { email })
  for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject({ status: 202 })
  const refused = await ask()
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } })
  expect(Number(refused.headers.get('retry-after'))).toBe(3_600)
  expect(await lettersTo(world, 'ada@example.com')).toHaveLength(3)

  // L4: a new cookie, another spelling or a tag does not make another address.
  for (const email of ['ADA@example.com', 'ada+x@example.com', 'ada@EXAMPLE.COM', ' ada@example.com '])
    expect(await ask(email, makeClient(world))).toMatchObject({ status: 429 })
  expect(await ask('bob@example.com')).toMatchObject({ status: 202 })
  world.turnClock(60 * MINUTE)
  expect(await ask()).toMatchObject({ status: 202 })
})

test('L6 all places together can send ten letters an hour to one address', async () => {
  const world = makeWorld()
  const statuses = await fromManyPlaces(world, 11)
  expect(statuses.filter((status) => status === 202)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(1)
})

test('E5 a taken address has the same limits as a free one', async () => {
  const world = makeWorld()
  const { email } = await signUp(world, { email: 'taken@example.com' })
  world.turnClock(60 * MINUTE)
  const taken = await fromManyPlaces(world, 11, email)
  const free = await fromManyPlaces(world, 11, 'free@example.com')
  expect(taken).toEqual(free)
})

test('L1 one IP address or IPv6 network can begin ten sign-ups an hour', async () => {
  for (const ipOf of [() => '192.0.2.1', (index: number) => `2001:db8:1:2:${index.toString(16)}::1`]) {
    const world = makeWorld()
    const answers = []
    for (let index = 0; index < 11; index += 1)
      answers.push(
        (await makeClient(world, { ip: ipOf(index) }).post('/api/sign-up', { email: `p${index}@example.com` })).status,
      )
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 202), 429])
  }
})

test('X8 the database holds no code', async () => {
  const { world, code } = await waitingForCode()
  const tables = await rows<{ name: string }>(world, "select name from sqlite_master where type = 'table'")
  for (const { name } of tables)
    expect(JSON.stringify(await rows(world, `select * from ${name}`)), name).not.toMatch(new RegExp(`\\b${code}\\b`))
})

async function fromManyPlaces(world: TestWorld, count: number, email = 'ada@example.com'): Promise<number[]> {
  const statuses = []
  for (let index = 0; index < count; index += 1)
    statuses.push((await makeClient(world, { ip: `192.0.2.${index}` }).post('/api/sign-up', { email })).status)
  return statuses
}
