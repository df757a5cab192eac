import { expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import type { ShownKeys } from '#server/admin/keys.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeOwner } from '#tests/server/admin/steps.ts'
import { MINUTE, signUpWithApp } from '#tests/server/second-factor/steps.ts'

test('the secrets are shown by name, with what depends on each, and counted again after ten minutes', async () => {
  const old = randomBytes(32).toString('base64url')
  const world = makeWorld({}, { secrets: [old] })
  const owner = await makeOwner(world)
  const first = (await owner.client.get('/api/admin/keys')).body as unknown as ShownKeys
  expect(first).toMatchObject({ secrets: [{ newest: true, rows: { apps: 0, backupCodes: 10 } }], unknown: { apps: 0 } })
  await signUpWithApp(world)
  expect((await owner.client.get('/api/admin/keys')).body).toEqual(first)
  world.turnClock(10 * MINUTE)
  expect((await owner.client.get('/api/admin/keys')).body).toMatchObject({ secrets: [{ rows: { apps: 1 } }] })

  const newer = world.restart([randomBytes(32).toString('base64url'), old])
  const client = makeClient(newer)
  await signIn(client, owner.authenticator)
  const { body } = await client.get('/api/admin/keys')
  expect(body).toMatchObject({
    secrets: [
      { newest: true, rows: { apps: 0 } },
      { name: first.secrets[0]?.name, newest: false, rows: { apps: 1 } },
    ],
  })
  expect(JSON.stringify(body)).not.toContain(old)
})
