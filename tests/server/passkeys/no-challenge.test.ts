import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { creationOptions, requestOptions, verifyAssertion, verifyRegistration } from '#server/passkeys/webauthn.ts'
import { makeAuthenticator } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const HANDLE = randomBytes(64).toString('base64url')
const owner = { handle: HANDLE, name: 'ada@example.com', displayName: 'Ada' }

test('R8 a registration is refused where no challenge was kept, though the answer names none either', async () => {
  const world = makeWorld()
  const authenticator = makeAuthenticator(world)
  const create = async (challenge: string) => authenticator.create({ ...(await creationOptions(world.config, { owner, challenge: 'AAAA', existing: [] })), challenge })

  await expect(verifyRegistration(world.config, await create(''), { challenge: '' })).rejects.toMatchObject({ code: 'passkey_refused' })
  expect(await verifyRegistration(world.config, await create('AAAA'), { challenge: 'AAAA' })).toMatchObject({ signCount: 0 })
})

test('A11 an assertion is refused where no challenge was kept, though the answer names none either', async () => {
  const world = makeWorld()
  const authenticator = makeAuthenticator(world)
  const made = authenticator.create(await creationOptions(world.config, { owner, challenge: 'AAAA', existing: [] }))
  const registered = await verifyRegistration(world.config, made, { challenge: 'AAAA' })
  const passkey = { ...registered, id: '', userId: '', name: '', createdAt: 0, lastUsedAt: null, regressedAt: null }
  const get = async (challenge: string) => authenticator.get({ ...(await requestOptions(world.config, { challenge: 'AAAA', allowed: [] })), challenge })

  expect(await verifyAssertion(world.config, await get(''), { challenge: '', passkey, handle: HANDLE, handleRequired: true })).toEqual({ verified: false, cause: 'challenge' })
  expect(await verifyAssertion(world.config, await get('AAAA'), { challenge: 'AAAA', passkey, handle: HANDLE, handleRequired: true })).toMatchObject({ verified: true })
})
