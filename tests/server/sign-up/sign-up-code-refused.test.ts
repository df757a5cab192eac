import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { MINUTE, waitingForCode } from '#tests/server/sign-up/sign-up-code-steps.ts'

test.each([
  '',
  '12345',
  '1234567',
  '12345a',
  ' 12345',
  '１２３４５６',
  '123 45',
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

test('L6 one place can send three letters an hour to one address at once, then its requests share a letter', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const ask = (email = 'ada@example.com', browser = client) => browser.post('/api/sign-up', { email })
  for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject({ status: 202, body: { digits: 6 } })
  expect(await ask()).toMatchObject({ status: 202, body: { digits: 12, sentAt: world.now() } })
  expect(await ask()).toMatchObject({ status: 202, body: { digits: 12, sentAt: world.now() } })
  expect(await lettersTo(world, 'ada@example.com')).toHaveLength(4)

  // L4: a new cookie, another spelling or a tag does not make another address.
  for (const email of ['ADA@example.com', 'ada+x@example.com', 'ada@EXAMPLE.COM', ' ada@example.com '])
    expect(await ask(email, makeClient(world))).toMatchObject({ status: 202, body: { digits: 12 } })
  expect(await lettersTo(world, 'ada@example.com')).toHaveLength(4)
  expect(await ask('bob@example.com', makeClient(world, { ip: '192.0.2.7' }))).toMatchObject({ body: { digits: 6 } })
  world.turnClock(60 * MINUTE)
  expect(await ask()).toMatchObject({ status: 202, body: { digits: 6 } })
})

test('L6 all places together can send ten letters an hour to one address at once', async () => {
  const world = makeWorld()
  const digits = await fromManyPlaces(world, 12)
  expect(digits).toEqual([...Array.from({ length: 10 }, () => 6), 12, 12])
  expect(await lettersTo(world, 'ada@example.com')).toHaveLength(11)
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

async function fromManyPlaces(world: TestWorld, count: number, email = 'ada@example.com'): Promise<unknown[]> {
  const digits = []
  for (let index = 0; index < count; index += 1)
    digits.push((await makeClient(world, { ip: `192.0.2.${index}` }).post('/api/sign-up', { email })).body.digits)
  return digits
}
