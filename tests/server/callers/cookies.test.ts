import { sealData, unsealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { sha256 } from '#server/crypto/keys.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const NOBODY = { status: 401, body: { code: 'not_signed_in' } }
const NAME = 'latchkey-session'

describe('a cookie saved', () => {
  test('S1 S10 before signing out is refused afterwards', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const saved = client.copy()
    const answer = await client.delete('/api/session')
    expect(answer).toMatchObject({ status: 204 })
    expect(answer.headers.get('clear-site-data')).toContain('"storage"')
    expect(answer.headers.getSetCookie().join()).toMatch(/latchkey-session=;.*Max-Age=0/)
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await saved.delete('/api/session')).toMatchObject(NOBODY)
  })

  test('S11 before its session was ended is refused at the next request', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const other = makeClient(world)
    await signIn(other, authenticator)
    const saved = other.copy()
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200, body: { ended: 1 } })
    for (const ended of [other, saved]) expect(await ended.get('/api/session')).toMatchObject(NOBODY)
  })

  test('S6 before a confirmation is refused afterwards', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const saved = client.copy()
    await confirm(client, authenticator)
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S6 before signing in again in the same browser is refused afterwards', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const saved = client.copy()
    await signIn(client, authenticator)
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await rows(world, 'select count(*) as n from sessions')).toEqual([{ n: 1 }])
  })

  test('S6 by an attacker who planted it is refused after the victim signs in', async () => {
    const world = makeWorld()
    const [attacker, victim] = [await signUp(world), await signUp(world)]
    const planted = makeClient(world, { cookies: new Map([[NAME, attacker.client.cookies.get(NAME) ?? '']]) })
    await signIn(planted, victim.authenticator)
    expect(await attacker.client.get('/api/session')).toMatchObject(NOBODY)
    expect((await planted.get('/api/session')).body).toMatchObject({ user: { id: victim.userId } })
  })
})

describe('a cookie without a valid session', () => {
  const GARBAGE = [
    '',
    'x',
    '~',
    '~2',
    '*',
    'Fe26.2',
    'Fe26.2*1*a*b*c*d*e*f~2',
    'Fe26.2*1*a*b*c*d*NaN*e*f~2',
    'Fe26.2**********',
    `Fe26.2*1*${'a'.repeat(64)}*b*c**d*e~2`,
    '__proto__',
    'constructor',
    '%00',
    '%E0%A4%A',
    '"quoted"',
    '%7B%22token%22%3A%22x%22%7D',
    'null',
    'undefined',
    'A'.repeat(8_192),
  ]

  test.each(GARBAGE)('S5 is ignored: %j', async (value) => {
    const client = makeClient(makeWorld(), { cookies: new Map([[NAME, value]]) })
    expect(await client.get('/api/session')).toMatchObject(NOBODY)
  })

  test('S5 is ignored if its seal is cut, extended, or changed in any relevant place', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const seal = client.cookies.get(NAME) ?? ''
    const [bare = ''] = seal.split('~')
    const parts = bare.split('*')
    const changed = parts.map((part, index) =>
      parts
        .map((other, at) => (at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : other))
        .join('*'),
    )
    const emptied = parts
      .map((_, index) => parts.map((part, at) => (at === index ? '' : part)).join('*'))
      .filter((other) => other !== bare)
    for (const value of [
      bare.slice(0, -1),
      bare.slice(1),
      bare.slice(0, 100),
      `${bare}*`,
      `*${bare}`,
      parts.slice(0, 7).join('*'),
      parts.toReversed().join('*'),
      ...changed,
      ...emptied,
    ]) {
      expect(await withCookie(world, value).get('/api/session'), value).toMatchObject(NOBODY)
    }
    expect(await withCookie(world, seal).get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S5 is ignored if it was sealed with another secret', async () => {
    const [here, there] = [makeWorld(), makeWorld()]
    const { client } = await signUp(there)
    expect(await withCookie(here, client.cookies.get(NAME) ?? '').get('/api/session')).toMatchObject(NOBODY)
  })

  test.each<[string, unknown]>([
    ['no token', {}],
    ['a number', { token: 7 }],
    ['a list', { token: ['x'] }],
    ['an empty token', { token: '' }],
    ['a user id', { userId: 'x', user: { id: 'x' } }],
    ['a text', 'token'],
    ['null', null],
    ['a token of no session', { token: 'A'.repeat(43) }],
  ])('S2 is ignored if we sealed %s', async (_, data) => {
    const world = makeWorld()
    await signUp(world)
    const value = await sealData(data, { password: world.keys.session[0].bytes.toString('base64url'), ttl: 3_600 })
    expect(await withCookie(world, value).get('/api/session')).toMatchObject(NOBODY)
  })

  test('S2 is ignored if it was sealed with a key for another use', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    // The right token, which only this test knows, sealed with every other key.
    const token = await tokenOf(world, client)
    const seal = (key: Buffer) => sealData({ token }, { password: key.toString('base64url'), ttl: 3_600 })
    for (const key of [world.keys.ceremony, world.keys.letter, world.keys.limit]) {
      expect(await withCookie(world, await seal(key[0].bytes)).get('/api/session')).toMatchObject(NOBODY)
    }
    expect(await withCookie(world, await seal(world.keys.session[0].bytes)).get('/api/session')).toMatchObject({
      status: 200,
    })
  })

  test('S2 N25 is ignored if it is the browser id', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    expect(await withCookie(world, client.cookies.get('latchkey-browser') ?? '').get('/api/session')).toMatchObject(
      NOBODY,
    )
    expect(await withCookie(world, await tokenOf(world, client)).get('/api/session')).toMatchObject(NOBODY)
  })

  test('S5 beside a valid one of the same name causes no fault', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    const good = `${NAME}=${client.cookies.get(NAME)}`
    for (const cookie of [
      `${good}; ${NAME}=garbage`,
      `${NAME}=garbage; ${good}`,
      `${good}; ${good}`,
      `;;; ${good}; =; ==x`,
      `${NAME}; ${good}`,
    ]) {
      const answer = await makeClient(world).send('GET', '/api/session', undefined, { cookie })
      const { user } = answer.body as { user?: { id: string } }
      expect([
        [200, userId],
        [401, undefined],
      ]).toContainEqual([answer.status, user?.id])
    }
  })

  test('S5 does not prevent a sign-in', async () => {
    const world = makeWorld()
    const { authenticator } = await signUp(world)
    const client = withCookie(world, 'Fe26.2*1*a*b*c*d*e*f~2')
    expect(await signIn(client, authenticator)).toMatchObject({ status: 200 })
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })
})

describe('the row decides, not the cookie:', () => {
  test('S3 a seal without an expiry does not open an expired session', async () => {
    const world = makeWorld({ SESSION_IDLE: '1h', SESSION_MAX: '1h' })
    const { client } = await signUp(world)
    const token = await tokenOf(world, client)
    const endless = await sealData({ token }, { password: world.keys.session[0].bytes.toString('base64url'), ttl: 0 })
    world.turnClock(3_600_000 - 1)
    expect(await withCookie(world, endless).get('/api/session')).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect(await withCookie(world, endless).get('/api/session')).toMatchObject(NOBODY)
  })

  test('S4 an altered cookie that can still be read does not open an ended session', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const seal = client.cookies.get(NAME) ?? ''
    const [bare = ''] = seal.split('~')
    const bent = [
      seal,
      bare,
      `${bare}~1`,
      `${bare}~2x`,
      `${bare}~2~2`,
      `${seal} `,
      `"${seal}"`,
      encodeURIComponent(seal),
      seal.toLowerCase(),
    ]
    const live = await Promise.all(
      bent.map(async (value) => (await withCookie(world, value).get('/api/session')).status),
    )
    expect(live[0]).toBe(200)
    await client.delete('/api/session')
    for (const value of bent) expect(await withCookie(world, value).get('/api/session'), value).toMatchObject(NOBODY)
  })
})

describe('the session cookie', () => {
  test('S1 holds only the session id and a random secret, and the database holds only the secret’s hash', async () => {
    const world = makeWorld()
    const { client, userId, email } = await signUp(world)
    const [id = '', secret = '', ...more] = (await tokenOf(world, client)).split('.')
    expect(more).toEqual([])
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(await rows(world, 'select id, token_hash as hash from sessions')).toEqual([{ id, hash: sha256(secret) }])
    expect(JSON.stringify(await rows(world, 'select * from sessions'))).not.toContain(secret)
    for (const said of [userId, email, id, secret]) expect(client.cookies.get(NAME)).not.toContain(said)
  })

  test('S1 opens only the session its secret was made for', async () => {
    const world = makeWorld()
    const [mine, theirs] = [await signUp(world), await signUp(world)]
    const [[id = '', secret = ''], [otherId = '', otherSecret = '']] = [
      (await tokenOf(world, mine.client)).split('.'),
      (await tokenOf(world, theirs.client)).split('.'),
    ]
    const statusOf = async (token: string) => {
      const cookie = await sealData({ token }, { password: world.keys.session[0].bytes.toString('base64url'), ttl: 0 })
      return (await withCookie(world, cookie).get('/api/session')).status
    }
    expect(await statusOf(`${id}.${secret}`)).toBe(200)
    const none = [
      `${id}.${otherSecret}`,
      `${otherId}.${secret}`,
      `${id}.`,
      `${id}.${sha256(secret)}`,
      `${id}.${secret}.`,
      `.${secret}`,
      id,
      secret,
      '',
      '.',
      '%.%',
      `${id.slice(0, -1)}_.${secret}`,
    ]
    for (const token of none) expect([token, await statusOf(token)]).toEqual([token, 401])
  })

  test('gets a new secret at a confirmation, for the same session', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [id, secret] = (await tokenOf(world, client)).split('.')
    await confirm(client, authenticator)
    const [sameId, otherSecret] = (await tokenOf(world, client)).split('.')
    expect([sameId === id, otherSecret === secret]).toEqual([true, false])
  })

  test('V3.3.4 is the only place for its token, which no response body contains', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const answers = [
      await signIn(client, authenticator),
      await confirm(client, authenticator),
      await client.get('/api/session'),
      await client.get('/api/sessions'),
      await client.get('/api/account/export'),
    ]
    const [, secret = 'none'] = (await tokenOf(world, client)).split('.')
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(new RegExp(`${secret}|"token"`))
  })

  test('V3.3.5 is smaller than 4096 bytes', async () => {
    const { client } = await signUp(makeWorld())
    expect((client.cookies.get(NAME) ?? '').length).toBeLessThan(1_024)
  })
})

function withCookie(world: TestWorld, value: string): Client {
  return makeClient(world, { cookies: new Map([[NAME, value]]) })
}

/** The token inside a cookie, which only the server can read. */
async function tokenOf(world: TestWorld, client: Client): Promise<string> {
  const { token } = await unsealData<{ token: string }>(client.cookies.get(NAME) ?? '', {
    password: world.keys.session[0].bytes.toString('base64url'),
    ttl: 0,
  })
  return token
}
