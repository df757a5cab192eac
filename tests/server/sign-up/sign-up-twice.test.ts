import { expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rowCounts } from '#tests/server/passkeys/rows.ts'
import { readyToSignUp } from '#tests/server/passkeys/steps.ts'
import { PERSONAL } from '#tests/server/sign-up/sign-up-steps.ts'

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
  expect(loser?.cookies.has(SESSION)).toBe(false)
})

test('S6 signing up while signed in ends the session before', async () => {
  const world = makeWorld()
  const first = await signUp(world)
  const saved = first.client.copy()
  const second = await signUp(world, { client: first.client })
  expect(await saved.get('/api/session')).toMatchObject({ status: 401 })
  expect((await first.client.get('/api/session')).body).toMatchObject({ user: { id: second.userId } })
})
