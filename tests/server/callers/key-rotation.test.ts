import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

const OLD = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'
const NEW = 'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE'

/** The same data, as three installs would serve it: before a rotation, during it, and when the old secret is gone. */
function threeWorlds(): { before: TestWorld; rotated: TestWorld; after: TestWorld } {
  const before = makeWorld({ SECRET: OLD })
  const DATA_DIR = before.config.dataDir
  return {
    before,
    rotated: makeWorld({ SECRET: `${NEW},${OLD}`, DATA_DIR }),
    after: makeWorld({ SECRET: NEW, DATA_DIR }),
  }
}

test('S12 a session sealed under an old secret lives on after a rotation, and goes when the secret goes', async () => {
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

test('S12 a session renewed after a rotation is sealed anew, and stays when the old secret goes', async () => {
  const { before, rotated, after } = threeWorlds()
  const {
    client: { cookies },
    authenticator,
  } = await signUp(before)
  expect(await confirm(makeClient(rotated, { cookies }), authenticator)).toMatchObject({ status: 204 })
  expect(await makeClient(after, { cookies }).get('/api/session')).toMatchObject({ status: 200 })
  expect(await makeClient(before, { cookies }).get('/api/session')).toMatchObject({ status: 401 })
})

test('S12 a ceremony begun under an old secret ends after a rotation, and not when the secret is gone', async () => {
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

test('S12 a mailbox code sent under an old secret is right after a rotation', async () => {
  const { before, rotated } = threeWorlds()
  const cookies = new Map<string, string>()
  const { ceremony } = (await makeClient(before, { cookies }).post('/api/sign-up', { email: 'ada@example.com' })).body
  const { code } = await newestLetter(before, 'ada@example.com')
  expect(await makeClient(rotated, { cookies }).post('/api/sign-up/code', { ceremony, code })).toMatchObject({
    status: 200,
  })
})

test('S12 a mailbox code sent under an old secret is nothing when the secret is gone', async () => {
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
