import { expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { lettersTo, newestLetter } from '#tests/helpers/mailbox.ts'
import { confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rowCounts, rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignUp } from '#tests/server/passkeys/steps.ts'

const NOBODY = { users: 0, emails: 0, passkeys: 0, sessions: 0, browsers: 0, events: 0 }
const PERSONAL = ['users', 'emails', 'passkeys', 'sessions', 'browsers', 'events'] as const

test('a person signs up, signs out, signs in and confirms', async () => {
  const world = makeWorld()
  const { client, authenticator, email } = await signUp(world)
  expect((await client.get('/api/session')).body).toMatchObject({ user: { email }, session: { way: 'sign_up' } })
  expect((await client.delete('/api/session')).status).toBe(204)
  expect((await client.get('/api/session')).status).toBe(401)
  const other = makeClient(world)
  expect(await signIn(other, authenticator)).toMatchObject({ status: 200, body: { user: { email } } })
  expect((await confirm(other, authenticator)).status).toBe(204)
  expect((await other.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ synced: true }] })
})

test('V6.3.2 a new server has no accounts', async () => {
  expect(await rowCounts(makeWorld(), PERSONAL)).toEqual(NOBODY)
})

test('V2.3.3 M5 a person has no row before their passkey is verified, and all rows after it', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const begun = await client.post('/api/sign-up', { email: 'ada@example.com' })
  expect(await rowCounts(world, PERSONAL)).toEqual(NOBODY)
  const { code } = await newestLetter(world, 'ada@example.com')
  const confirmed = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
  expect(await rowCounts(world, PERSONAL)).toEqual(NOBODY)

  const credential = makeAuthenticator(world).create(confirmed.body.options as never)
  expect(await client.post('/api/sign-up/passkey', { ceremony: confirmed.body.ceremony, credential })).toMatchObject({
    status: 201,
    body: { user: { email: 'ada@example.com', name: '' } },
  })
  expect(await rowCounts(world, PERSONAL)).toEqual({
    users: 1,
    emails: 1,
    passkeys: 1,
    sessions: 1,
    browsers: 1,
    events: 1,
  })
  expect(await rows(world, 'select is_primary, address from emails')).toEqual([
    { is_primary: 1, address: 'ada@example.com' },
  ])
})

test('U9 the answer has the data for the password manager', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
  const credential = makeAuthenticator(world).create(options)
  const { body } = await client.post('/api/sign-up/passkey', { ceremony, credential })
  expect(body.accepted).toEqual({
    rpId: 'localhost',
    userHandle: options.user.id,
    credentialIds: [credential.id],
    name: 'ada@example.com',
    displayName: 'ada@example.com',
  })
})

test('V6.4.1 the code has six digits and is in the letter, but not in its subject or in the log', async () => {
  const world = makeWorld()
  await makeClient(world).post('/api/sign-up', { email: 'ada@example.com' })
  const letter = await newestLetter(world, 'ada@example.com')
  expect(letter).toMatchObject({ letter: 'sign-up-code', code: expect.stringMatching(/^\d{6}$/) })
  expect(letter.text).toContain(letter.code)
  expect(letter.subject).not.toContain(letter.code)
  expect(world.logged.join()).not.toContain(letter.code)
})

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

test('M6 of two sign-ups for one address that finish at once, one gets the account and the other stores nothing', async () => {
  const world = makeWorld()
  const clients = [makeClient(world), makeClient(world, { ip: '203.0.113.8' })]
  const begun = []
  for (const client of clients) {
    begun.push({ client, ...(await readyToSignUp(world, { email: 'ada@example.com', client })) })
    world.turnClock(1)
  }
  const answers = await Promise.all(
    begun.map(({ client, ceremony, options }) =>
      client.post('/api/sign-up/passkey', { ceremony, credential: makeAuthenticator(world).create(options) }),
    ),
  )
  expect(statusesOf(answers)).toEqual([201, 409])
  expect(answers.find(({ status }) => status === 409)).toMatchObject({ body: { code: 'email_taken' } })
  expect(await rowCounts(world, PERSONAL)).toEqual({
    users: 1,
    emails: 1,
    passkeys: 1,
    sessions: 1,
    browsers: 1,
    events: 1,
  })
  const loser = clients[answers.findIndex(({ status }) => status === 409)]
  expect(loser?.cookies.has('latchkey-session')).toBe(false)
})

test('S6 signing up while signed in ends the session before', async () => {
  const world = makeWorld()
  const first = await signUp(world)
  const saved = first.client.copy()
  const second = await signUp(world, { client: first.client })
  expect(await saved.get('/api/session')).toMatchObject({ status: 401 })
  expect((await first.client.get('/api/session')).body).toMatchObject({ user: { id: second.userId } })
})
