import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'

test('L6 a letter to an unknown address holds no text from the visitor', async () => {
  const world = makeWorld()
  const userAgent = 'Mozilla/5.0 Buy-At-Evil.Example'
  await makeClient(world, { userAgent }).send(
    'POST',
    '/api/sign-up',
    { email: 'ada@example.com', name: 'Visit evil.example' },
    { referer: 'https://evil.example', host: 'evil.example' },
  )
  const { text, html, subject } = await newestLetter(world, 'ada@example.com')
  for (const part of [text, html, subject]) expect(part.toLowerCase()).not.toContain('evil')
})

test('E1 a taken address gets the same answer and a different letter', async () => {
  const world = makeWorld()
  await signUp(world, { email: 'taken@example.com' })
  const [taken, free] = [makeClient(world), makeClient(world)]
  const answers = [
    await taken.post('/api/sign-up', { email: 'taken@example.com' }),
    await free.post('/api/sign-up', { email: 'fresh@example.com' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([202, 202])
  const [one, other] = answers
  expect([...(one?.headers.keys() ?? [])]).toEqual([...(other?.headers.keys() ?? [])])
  expect(Object.keys(one?.body ?? {})).toEqual(Object.keys(other?.body ?? {}))
  expect(String(one?.body.ceremony)).toHaveLength(String(other?.body.ceremony).length)

  expect((await lettersTo(world, 'taken@example.com')).map(({ letter }) => letter)).toContain('already-have-account')
  expect(
    (await lettersTo(world, 'taken@example.com')).find(({ letter }) => letter === 'already-have-account'),
  ).not.toHaveProperty('code', expect.anything())
  expect((await lettersTo(world, 'fresh@example.com')).map(({ letter }) => letter)).toEqual(['sign-up-code'])
})

test('E6 the letter to a taken address goes to it as stored', async () => {
  const world = makeWorld()
  await signUp(world, { email: 'Ada.Lovelace@example.com' })
  await makeClient(world).post('/api/sign-up', { email: 'ada.lovelace@EXAMPLE.com' })
  expect((await lettersTo(world, 'ada.lovelace@example.com')).map(({ letter, to }) => [letter, to])).toEqual([
    ['already-have-account', 'Ada.Lovelace@example.com'],
    ['sign-up-code', 'Ada.Lovelace@example.com'],
  ])
})

test('E1 any code for a taken address is answered like a wrong one', async () => {
  const world = makeWorld()
  await signUp(world, { email: 'taken@example.com' })
  const client = makeClient(world)
  const begun = await client.post('/api/sign-up', { email: 'taken@example.com' })
  const answer = await leavingAllAsItWas(world, () =>
    client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code: '123456' }),
  )
  expect(answer).toMatchObject({ status: 401, body: { code: 'code_wrong' } })

  const free = makeClient(world)
  const other = await free.post('/api/sign-up', { email: 'fresh@example.com' })
  const { code } = await newestLetter(world, 'fresh@example.com')
  const wrong = await free.post('/api/sign-up/code', {
    ceremony: other.body.ceremony,
    code: String((Number(code) + 1) % 1_000_000).padStart(6, '0'),
  })
  expect(wrong.body).toEqual(answer.body)
  expect([...wrong.headers.keys()]).toEqual([...answer.headers.keys()])
})

test('M6 the right code for an address taken after its letter was sent is answered like a wrong one', async () => {
  const world = makeWorld()
  const slow = makeClient(world)
  const begun = await slow.post('/api/sign-up', { email: 'ada@example.com' })
  const { code } = await newestLetter(world, 'ada@example.com')
  world.turnClock(1)
  await signUp(world, { email: 'ADA@example.com' })
  expect(await slow.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })).toMatchObject({
    status: 401,
    body: { code: 'code_wrong' },
  })
})
