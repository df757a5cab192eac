import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveKeys } from '#server/crypto/keys.ts'
import { open, seal } from '#server/totp/seal.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  type WithApp,
  signInByPassword,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
  turnOnTotp,
} from '#tests/server/second-factor/steps.ts'

const OLD = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'
const NEW = 'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE'

async function sealedSecret(world: TestWorld, { userId }: WithApp): Promise<string> {
  const [row] = await rows<{ secret: string }>(world, 'select secret from totp where user_id = ?', userId)
  return row?.secret ?? ''
}

describe('T3 a sealed secret', () => {
  const keys = deriveKeys([OLD])
  const sealed = seal(keys.totp, randomBytes, { userId: 'ada', secret: 'JBSWY3DP' })

  test('does not open with anything before or after it', () => {
    for (const value of [sealed + sealed, `${sealed}.`, `${sealed}.x`, `${sealed}.${sealed}`, `.${sealed}`])
      expect(open(keys.totp, { userId: 'ada', sealed: value }), value).toBeUndefined()
  })

  test('opens for its person, and differs each time it is sealed', () => {
    expect(open(keys.totp, { userId: 'ada', sealed })).toEqual({ secret: 'JBSWY3DP', newest: true })
    expect(seal(keys.totp, randomBytes, { userId: 'ada', secret: 'JBSWY3DP' })).not.toBe(sealed)
  })

  test.each([
    ['for somebody else', 'bob', sealed],
    ['with a part changed', 'ada', sealed.replace(/\.(.)/, (_, first: string) => `.${first === 'A' ? 'B' : 'A'}`)],
    ['when cut off', 'ada', sealed.slice(0, -4)],
    ['with a shorter tag', 'ada', sealed.replace(/[^.]+$/, 'AAAA')],
    ['under an unknown key', 'ada', sealed.replace(/^[^.]+/, 'nobody')],
    ['when empty', 'ada', ''],
  ])('V11.2.5 does not open %s', (_, userId, text) => {
    expect(open(keys.totp, { userId, sealed: text })).toBeUndefined()
  })
})

describe('V11.2.2 when SECRET is rotated', () => {
  test('a secret sealed with the old one works, and gets a new seal when it is used', async () => {
    const before = makeWorld({ SECRET: OLD })
    const owner = await signUpWithApp(before)
    const world = before.restart([NEW, OLD])
    const sealed = await sealedSecret(world, owner)
    expect((await signInByPassword(world, owner)).answer).toMatchObject({ status: 200 })
    expect(await sealedSecret(world, owner)).not.toBe(sealed)

    world.turnClock(STEP)
    const alone = world.restart([NEW])
    const { client } = await signInByPassword(alone, owner)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('a wrong code does not renew its seal', async () => {
    const before = makeWorld({ SECRET: OLD })
    const owner = await signUpWithApp(before)
    const world = before.restart([NEW, OLD])
    const sealed = await sealedSecret(world, owner)
    expect((await signInByPassword(world, owner, { code: '0000 0000 0000 0000 0000' })).answer).toMatchObject({
      status: 401,
    })
    expect(await sealedSecret(world, owner)).toBe(sealed)
  })

  test('and the old one is dropped too soon, codes are refused without a fault, the log says so, and the passkey works', async () => {
    const before = makeWorld({ SECRET: OLD })
    const owner = await signUpEquipped(before)
    const world = before.restart([NEW])
    const visitor = stranger(world)
    expect(
      await visitor.post('/api/sign-in/password', { email: owner.email, password: 'seven tin whistles' }),
    ).toMatchObject({ status: 401, body: { code: 'sign_in_failed' } })
    const client = stranger(world)
    expect(await signIn(client, owner.authenticator)).toMatchObject({ status: 200 })
    client.passkeys = owner.authenticator
    for (const code of ['123456', owner.codes[0]])
      expect(await client.post('/api/confirmation', { code })).toMatchObject({
        status: 401,
        body: { code: 'code_wrong' },
      })
    expect(world.logged.join('\n')).toContain(
      '"level":"error","message":"The secret of an authenticator app cannot be opened',
    )
    expect(await turnOnTotp(world, client)).not.toBe(owner.secret)
  })
})
