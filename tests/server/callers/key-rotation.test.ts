import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

const OLD = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'
const NEW = 'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE'

/** The same data with three configurations: before a rotation, during it, and after the old secret is dropped. */
function threeWorlds(): { before: TestWorld; rotated: TestWorld; after: TestWorld } {
  const before = makeWorld({ SECRET: OLD })
  return { before, rotated: before.restart([NEW, OLD]), after: before.restart([NEW]) }
}

test('S12 a session sealed with an old secret survives a rotation and ends when the secret is dropped', async () => {
  const { before, rotated, after } = threeWorlds()
  const {
    client: { cookies },
    userId,
  } = await signUp(before)
  expect((await makeClient(rotated, { cookies: new Map(cookies) }).get('/api/session')).body).toMatchObject({
    user: { id: userId },
  })
  expect(await makeClient(after, { cookies: new Map(cookies) }).get('/api/session')).toMatchObject({
    status: 401,
    body: { code: 'not_signed_in' },
  })
})

test('S12 a session renewed after a rotation gets a new seal and survives the old secret', async () => {
  const { before, rotated, after } = threeWorlds()
  const {
    client: { cookies },
    authenticator,
  } = await signUp(before)
  expect(await confirm(makeClient(rotated, { cookies }), authenticator)).toMatchObject({ status: 204 })
  expect(await makeClient(after, { cookies }).get('/api/session')).toMatchObject({ status: 200 })
  expect(await makeClient(before, { cookies }).get('/api/session')).toMatchObject({ status: 401 })
})

test('S12 a ceremony begun with an old secret can finish after a rotation, but not after the secret is dropped', async () => {
  const { before, rotated, after } = threeWorlds()
  const { authenticator } = await signUp(before)
  const cookies = new Map<string, string>()
  const { ceremony, options } = await readyToSignIn(makeClient(before, { cookies }))
  const credential = authenticator.get(options)
  expect(await makeClient(after, { cookies }).post('/api/sign-in', { ceremony, credential })).toMatchObject({
    status: 410,
  })
  expect(await makeClient(rotated, { cookies }).post('/api/sign-in', { ceremony, credential })).toMatchObject({
    status: 200,
  })
  expect(await makeClient(before, { cookies }).post('/api/sign-in', { ceremony, credential })).toMatchObject({
    status: 410,
  })
})

test('S12 a mailbox code sent with an old secret is accepted after a rotation', async () => {
  const { before, rotated } = threeWorlds()
  const cookies = new Map<string, string>()
  const { ceremony } = (await makeClient(before, { cookies }).post('/api/sign-up', { email: 'ada@example.com' })).body
  const { code } = await newestLetter(before, 'ada@example.com')
  expect(await makeClient(rotated, { cookies }).post('/api/sign-up/code', { ceremony, code })).toMatchObject({
    status: 200,
  })
})

test('S12 a mailbox code sent with an old secret is refused after the secret is dropped', async () => {
  const { before, after } = threeWorlds()
  const cookies = new Map<string, string>()
  const { ceremony } = (await makeClient(before, { cookies }).post('/api/sign-up', { email: 'ada@example.com' })).body
  const { code } = await newestLetter(before, 'ada@example.com')
  expect(await makeClient(after, { cookies }).post('/api/sign-up/code', { ceremony, code })).toMatchObject({
    status: 410,
  })
})

test('X12 passkeys outlive every secret', async () => {
  const { before, after } = threeWorlds()
  const { authenticator, userId } = await signUp(before)
  expect(await signIn(makeClient(after), authenticator)).toMatchObject({ status: 200, body: { user: { id: userId } } })
})
