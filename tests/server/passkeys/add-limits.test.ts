import { describe, expect, test } from 'vitest'
import { statusesOf } from '#tests/helpers/client.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce } from '#tests/server/passkeys/rows.ts'
import { readyToAdd } from '#tests/server/passkeys/steps.ts'

describe('an account', () => {
  test('V2.3.2 holds 25 passkeys and refuses one more at the beginning and at the end', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    await fill(world, userId, 23)
    const [first, second] = [await readyToAdd(client), await readyToAdd(client)]
    const finish = ({ ceremony, options }: typeof first) =>
      client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options) })
    expect(await finish(first)).toMatchObject({ status: 201 })
    expect(await finish(second)).toMatchObject({ status: 409, body: { code: 'too_many_passkeys' } })
    expect(await client.post('/api/passkeys/options')).toMatchObject({
      status: 409,
      body: { code: 'too_many_passkeys' },
    })
    expect((await client.get('/api/passkeys')).body.passkeys).toHaveLength(25)
  })

  test('V2.3.2 holds no more than 25 when several are added at once', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    await fill(world, userId, 22)
    const begun = await Promise.all(Array.from({ length: 5 }, () => readyToAdd(client)))
    const answers = await atOnce(5, async (index) => {
      const { ceremony, options } = begun[index] ?? Object.assign({}, begun[0])
      return client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options) })
    })
    expect(statusesOf(answers)).toEqual([201, 201, 409, 409, 409])
  })
})

test('U19 R15 user presence and verification are required even if the client claims a conditional passkey', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  const { ceremony, options } = await readyToAdd(client)
  const credential = makeAuthenticator(world).create(options, { flags: { up: false, uv: false } })
  expect(await client.post('/api/passkeys', { ceremony, credential, conditional: true })).toMatchObject({
    status: 422,
    body: { code: 'passkey_refused' },
  })
})

test('U18 refuses the same passkey twice', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const { ceremony, options } = await readyToAdd(client)
  expect(() => authenticator.create(options)).toThrow('already holds')
  const [own] = authenticator.passkeys
  const credential = authenticator.create(options, { ignoreExcluded: true, credentialId: own?.credentialId })
  expect(await client.post('/api/passkeys', { ceremony, credential })).toMatchObject({
    status: 409,
    body: { code: 'passkey_taken' },
  })
})

/** Passkeys that exist only in the database. */
function fill(world: ReturnType<typeof makeWorld>, userId: string, count: number): Promise<void> {
  return world.db.transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await tx.run(
        `insert into passkeys (id, user_id, credential_id, public_key, sign_count, uv_initialized, backup_eligible, backup_state, transports, aaguid, name, created_at)
         values (?, ?, ?, 'none', 0, 1, 1, 1, '[]', '', 'One of many', ?)`,
        tx.newId(),
        userId,
        tx.newId(),
        tx.now,
      )
    }
  })
}
