import { randomBytes } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { decryptClaims, encryptClaims } from '#server/crypto/jwe.ts'
import { deriveKeys, type Key } from '#server/crypto/keys.ts'

const CLAIMS = { aud: 'sign-in', state: { challenge: 'ünïcode \u0000 and "quotes"' }, iat: 1_795_000_000.123 }
const PARTS = ['header', 'encrypted key', 'nonce', 'text', 'tag'] as const

function makeKey(): Key {
  return deriveKeys([randomBytes(32).toString('base64url')]).ceremony[0]
}

const key = makeKey()
const token = encryptClaims([key], randomBytes, CLAIMS)

function withPart(at: number, change: (part: string) => string): string {
  return token
    .split('.')
    .map((part, index) => (index === at ? change(part) : part))
    .join('.')
}

function header(fields: object): string {
  return Buffer.from(JSON.stringify(fields)).toString('base64url')
}

describe('claims that we encrypted', () => {
  test('can be read by jose as a JWE (RFC 7516)', async () => {
    const { payload, protectedHeader } = await jwtDecrypt(token, key.bytes, {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      currentDate: new Date(CLAIMS.iat * 1_000),
    })
    expect(payload).toEqual(CLAIMS)
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: key.id })
  })

  test('are returned unchanged', () => {
    expect(decryptClaims([key], token)).toEqual(CLAIMS)
  })

  test('S12 open with an older key of the ring, until it is dropped', () => {
    const newest = makeKey()
    expect(decryptClaims([newest, key], token)).toEqual(CLAIMS)
    expect(decryptClaims([newest], token)).toBeUndefined()
  })

  test('11.3.4 never share a nonce, a ciphertext or a tag', () => {
    const tokens = Array.from({ length: 200 }, () => encryptClaims([key], randomBytes, CLAIMS).split('.'))
    for (const at of [2, 3, 4]) expect(new Set(tokens.map((parts) => parts[at])).size).toBe(tokens.length)
  })
})

describe('claims that jose encrypted with our key', () => {
  test('open in our code', async () => {
    const theirs = await new EncryptJWT({ who: 'jose' })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.id })
      .encrypt(key.bytes)
    expect(decryptClaims([key], theirs)).toEqual({ who: 'jose' })
  })

  test.each([
    ['another cipher', { alg: 'dir', enc: 'A128CBC-HS256', kid: key.id }],
    ['compressed or otherwise extended', { alg: 'dir', enc: 'A256GCM', kid: key.id, typ: 'JWT' }],
    ['no key id', { alg: 'dir', enc: 'A256GCM' }],
    ['a key we do not have', { alg: 'dir', enc: 'A256GCM', kid: 'strange' }],
  ])('are refused with %s', async (_name, protectedHeader) => {
    const theirs = await new EncryptJWT({ who: 'jose' }).setProtectedHeader(protectedHeader).encrypt(key.bytes)
    expect(decryptClaims([key], theirs)).toBeUndefined()
  })
})

describe('a token is refused', () => {
  test.each(PARTS.map((name, at) => [name, at] as const))('with any character of its %s changed', (name, at) => {
    const part = token.split('.')[at] ?? ''
    expect(part === '').toBe(name === 'encrypted key')
    for (const index of part.split('').keys()) {
      const other = part[index] === 'A' ? 'B' : 'A'
      expect(
        decryptClaims(
          [key],
          withPart(at, () => part.slice(0, index) + other + part.slice(index + 1)),
        ),
      ).toBeUndefined()
    }
  })

  test.each(PARTS.map((name, at) => [name, at] as const))(
    'with its %s cut, lengthened, emptied or encoded differently',
    (_name, at) => {
      const changes: ((part: string) => string)[] = [
        (part) => part.slice(0, -1),
        (part) => part.slice(0, -4),
        (part) => `${part}A`,
        (part) => `${part}AAAA`,
        (part) => `${part}=`,
        (part) => ` ${part}`,
        (part) => `${part}\n`,
        (part) => (part === '' ? 'AAAA' : ''),
      ]
      // An empty part cut short is the same part.
      const changed = changes.map((change) => withPart(at, change)).filter((text) => text !== token)
      expect(changed.length).toBeGreaterThanOrEqual(5)
      for (const text of changed) expect(decryptClaims([key], text)).toBeUndefined()
    },
  )

  test('with a shorter tag, although its first bytes are right', () => {
    const tag = Buffer.from(token.split('.')[4] ?? '', 'base64url')
    for (let length = 0; length < tag.length; length += 1) {
      expect(
        decryptClaims(
          [key],
          withPart(4, () => tag.subarray(0, length).toString('base64url')),
        ),
      ).toBeUndefined()
    }
  })

  test('with one part too many or too few', () => {
    const parts = token.split('.')
    for (const changed of [
      `${token}.`,
      `.${token}`,
      `${token}.AAAA`,
      parts.slice(1).join('.'),
      parts.slice(0, 4).join('.'),
      '',
      '.',
      '....',
      '.....',
    ]) {
      expect(decryptClaims([key], changed)).toBeUndefined()
    }
  })

  test.each([
    ['none', { alg: 'none', enc: 'A256GCM', kid: key.id }],
    ['another key management', { alg: 'A256KW', enc: 'A256GCM', kid: key.id }],
    ['another order', { enc: 'A256GCM', alg: 'dir', kid: key.id }],
    ['compression', { alg: 'dir', enc: 'A256GCM', kid: key.id, zip: 'DEF' }],
  ])('with another header: %s', (_name, fields) => {
    expect(
      decryptClaims(
        [key],
        withPart(0, () => header(fields)),
      ),
    ).toBeUndefined()
  })
})
