import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

test('signs up, signs out, signs in, confirms', async () => {
  const world = makeWorld()
  const { client, authenticator, email } = await signUp(world)
  expect((await client.get('/api/session')).body).toMatchObject({ user: { email }, session: { way: 'sign_up' } })
  expect((await client.delete('/api/session')).status).toBe(204)
  expect((await client.get('/api/session')).status).toBe(401)
  const other = makeClient(world)
  expect(await signIn(other, authenticator)).toMatchObject({ status: 200, body: { user: { email } } })
  expect((await confirm(other, authenticator)).status).toBe(204)
  expect((await other.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ synced: true }] })
  expect((await other.get('/api/openapi.json')).status).toBe(200)
})
