import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everythingStored } from '#tests/server/passkeys/rows.ts'
import { turnOnTotp } from '#tests/server/second-factor/steps.ts'
import { offered } from '#tests/server/totp/enrol-steps.ts'

test('T3 a secret is stored sealed: no file of the database holds its text or its bytes', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const secret = await turnOnTotp(world, client)
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes)
  const kept = await everythingStored(world)
  expect(kept.includes(userId)).toBe(true)
  for (const plain of [
    secret,
    secret.toLowerCase(),
    bytes,
    bytes.toString('hex'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ])
    expect(kept.includes(plain)).toBe(false)
})

test('T3 each offer has its own secret, and the server draws its QR code', async () => {
  const world = makeWorld()
  const { client, email } = await signUp(world)
  const [first, second] = [await offered(client), await offered(client)]
  expect(first.secret).not.toBe(second.secret)
  expect(first.uri).toContain(`secret=${first.secret}`)
  expect(decodeURIComponent(first.uri)).toContain(`otpauth://totp/Latchkey:${email}`)
  expect(first.qr).toMatch(/^<svg /)
  expect(first.qr.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
})
