import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { deriveKeys, type KeyRing } from '#server/crypto/keys.ts'
import { decoyHash, HASH_COST, type Hashing, hashSecret, isOutdated, isSecret } from '#server/crypto/argon2.ts'
import { makeCostlyWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { PASSWORD, passPassword, signUpWithApp, stranger } from '#tests/server/second-factor/steps.ts'

const SECRETS = [0, 1].map(() => randomBytes(32).toString('base64url'))
const [{ pepper: ring }, { pepper: other }] = [deriveKeys([SECRETS[0] ?? '']), deriveKeys([SECRETS[1] ?? ''])]
const using = (pepper: KeyRing): Hashing => ({ keys: { pepper }, hashCost: HASH_COST })
const ours = using(ring)
const BASE = `\u0000 Tail 🦊 ${'x'.repeat(90)} end`

describe('V6.2.8 a secret', () => {
  test('matches itself', async () => {
    expect(await isSecret(ours, BASE, await hashSecret(ours, BASE))).toBe(true)
  })

  test.each([
    ['a trailing space', `${BASE} `],
    ['a leading space', ` ${BASE}`],
    ['another case', BASE.toLowerCase()],
    ['another tail beyond 72 bytes', BASE.replace(/end$/, 'END')],
    ['a shorter tail', BASE.slice(0, 72)],
    ['the part after NUL removed', '\u0000'],
    ['NUL removed', BASE.slice(1)],
    ['another emoji', BASE.replace('🦊', '🐺')],
    ['everything removed', ''],
  ])('does not match itself with %s', async (_, text) => {
    expect(await isSecret(ours, text, await hashSecret(ours, BASE))).toBe(false)
  })
})

describe('N10 a hash', () => {
  test('is salted, so that the same secret hashes to another text each time', async () => {
    expect(await hashSecret(ours, BASE)).not.toBe(await hashSecret(ours, BASE))
  })

  test('does not verify without its pepper', async () => {
    const hashed = await hashSecret(ours, BASE)
    expect(await isSecret(using(other), BASE, hashed)).toBe(false)
    expect(await isSecret(using([other[0], ring[0]]), BASE, hashed)).toBe(true)
  })

  test('V11.2.2 is outdated if its pepper is not the newest or its costs are not the current ones', async () => {
    const hashed = await hashSecret(ours, BASE)
    expect(isOutdated(ours, hashed)).toBe(false)
    expect(isOutdated(using([other[0], ring[0]]), hashed)).toBe(true)
    for (const cheaper of ['m=9728,t=2,p=1', 'm=19456,t=1,p=1'])
      expect(isOutdated(ours, hashed.replace('m=19456,t=2,p=1', cheaper))).toBe(true)
  })

  test('made as a decoy matches no password', async () => {
    for (const text of ['', 'A', BASE]) expect(await isSecret(ours, text, decoyHash(ours))).toBe(false)
  })

  test('made as a decoy costs as much as a real one', async () => {
    const costOf = (hashed: string) => hashed.split('$').slice(1, 4)
    expect(costOf(decoyHash(ours))).toEqual(costOf(await hashSecret(ours, BASE)))
    expect(costOf(decoyHash(ours))).toEqual(['argon2id', 'v=19', 'm=19456,t=2,p=1'])
  })
})

test('L7 two hashes run at once and sixteen wait; more are refused at once, and later ones are accepted again', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => hashSecret(ours, BASE)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(18)
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(22)
  expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'too_many_attempts', details: { retryAfter: 1 } } })
  expect(await hashSecret(ours, BASE)).toEqual(expect.any(String))
})

describe('N10 at sign-in', () => {
  async function withOldHash() {
    const world = makeCostlyWorld()
    const owner = await signUpWithApp(world)
    const { id, bytes } = world.keys.pepper[0]
    const old = id + (await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1, secret: bytes }))
    await world.db.transaction((tx) => tx.run('update passwords set hash = ? where user_id = ?', old, owner.userId))
    const kept = async () =>
      (await rows<{ hash: string; set_at: number }>(world, 'select hash, set_at from passwords'))[0]
    return { world, owner, old, kept }
  }

  test('a hash with older costs is replaced, and the age of the password does not change', async () => {
    const { world, owner, old, kept } = await withOldHash()
    const before = await kept()
    world.turnClock(1)
    const client = stranger(world)
    await passPassword(client, owner.email)
    expect(await kept()).toEqual({ hash: expect.stringMatching(/\$m=19456,t=2,p=1\$/), set_at: before?.set_at })
    expect((await kept())?.hash).not.toBe(old)
    await passPassword(client, owner.email)
  })

  test('a wrong password does not replace the hash', async () => {
    const { world, owner, old, kept } = await withOldHash()
    await stranger(world).post('/api/sign-in/password', { email: owner.email, password: `${PASSWORD}!` })
    expect((await kept())?.hash).toBe(old)
  })
})
