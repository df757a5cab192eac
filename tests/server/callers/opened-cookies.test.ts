import { SESSION } from '#tests/helpers/cookie-names.ts'
import { sealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { rememberCookies } from '#server/callers/opened-cookies.ts'
import { readSessionCookie, sealSession } from '#server/callers/session-cookie.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'

const NOBODY = { status: 401, body: { code: 'not_signed_in' } }
const seal = (name: string) => `Fe26.2*1*${name}*iv*text**salt*mac~2`
const withCookie = (world: TestWorld, cookie: string) => makeClient(world, { cookies: new Map([[SESSION, cookie]]) })

describe('the cache of opened cookies', () => {
  test('returns the token of exactly the same text, and of no other', () => {
    const known = rememberCookies()
    known.keep(seal('a'), 'token')
    expect(known.find(seal('a'))).toBe('token')
    for (const other of [seal('b'), seal('a').slice(0, -1), `${seal('a')} `, seal('a').toUpperCase(), ''])
      expect(known.find(other)).toBeUndefined()
  })

  test('holds a limited number, and evicts the least recently used first', () => {
    const known = rememberCookies(3)
    for (const name of ['a', 'b', 'c']) known.keep(seal(name), name)
    known.find(seal('a'))
    known.keep(seal('d'), 'd')
    expect(['a', 'b', 'c', 'd'].map((name) => known.find(seal(name)))).toEqual(['a', undefined, 'c', 'd'])
  })
})

/** The world of another process with the same keys. */
function withoutMemory(world: TestWorld): TestWorld {
  return { ...world, keys: { ...world.keys, session: [...world.keys.session] } }
}

describe('a session whose cookie is cached', () => {
  test('S1 is refused at the next request after it was ended in any way', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [other, idle] = [makeClient(world), makeClient(world)]
    for (const one of [other, idle]) await signIn(one, authenticator)
    const copies = [client, other, idle].map((one) => one.copy())
    for (const copy of copies)
      for (const _ of [1, 2]) expect(await copy.get('/api/session')).toMatchObject({ status: 200 })

    await other.delete('/api/session')
    expect(await copies[1]?.get('/api/session')).toMatchObject(NOBODY)
    await client.delete('/api/sessions')
    expect(await copies[2]?.get('/api/session')).toMatchObject(NOBODY)
    await confirm(client, authenticator)
    expect(await copies[0]?.get('/api/session')).toMatchObject(NOBODY)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S4 still expires by its row', async () => {
    const world = makeWorld({ SESSION_IDLE: '1h' })
    const { client } = await signUp(world)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    world.turnClock(3_600_000)
    expect(await client.get('/api/session')).toMatchObject(NOBODY)
  })

  test('S5 does not validate a cookie that was tampered with', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    await client.get('/api/session')
    const cookie = client.cookies.get(SESSION) ?? ''
    const bare = cookie.replace(/~.*$/, '')
    for (let at = 0; at < bare.length; at += 7) {
      const changed = bare.slice(0, at) + (bare[at] === 'A' ? 'B' : 'A') + bare.slice(at + 1)
      expect(await withCookie(world, changed).get('/api/session'), changed).toMatchObject(NOBODY)
    }
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S12 is refused by a process that has dropped the key, although another process has it cached', async () => {
    const [OLD, NEW] = [
      'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM',
      'YW5kIHRoaXMgaXMgdGhlIG9uZSB0aGF0IHNlYWxzIG5vdyEhISE',
    ]
    const before = makeWorld({ SECRET: OLD })
    const { client } = await signUp(before)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    const after = before.restart([NEW])
    expect(await withCookie(after, client.cookies.get(SESSION) ?? '').get('/api/session')).toMatchObject(NOBODY)
  })

  test('costs no key derivation at the second request', async () => {
    const world = makeWorld()
    const { value } = sealSession(world, { token: 'token', expiresAt: world.now() + 3_600_000 })
    const rounds = async (open: () => Promise<unknown>) => {
      const from = process.cpuUsage()
      for (let n = 0; n < 200; n += 1) await open()
      const { user, system } = process.cpuUsage(from)
      return user + system
    }
    const fresh = await rounds(async () => readSessionCookie(withoutMemory(world), value))
    const known = await rounds(() => readSessionCookie(world, value))
    expect(await readSessionCookie(world, value)).toBe('token')
    expect(known).toBeLessThan(fresh / 2)
  })

  test('opens after a restart with the keys only', async () => {
    const world = makeWorld()
    const { value } = sealSession(world, { token: 'token', expiresAt: world.now() + 3_600_000 })
    expect(await readSessionCookie(withoutMemory(world), value)).toBe('token')
  })

  test('is not cached if its cookie holds no token', async () => {
    const world = makeWorld()
    const value = await sealData(
      { token: 7 },
      { password: world.keys.session[0].bytes.toString('base64url'), ttl: 3_600 },
    )
    for (const _ of [1, 2]) expect(await readSessionCookie(world, value)).toBeUndefined()
  })
})
