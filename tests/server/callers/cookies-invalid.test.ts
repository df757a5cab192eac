import { BROWSER } from '#tests/helpers/cookie-names.ts'
import { sealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { NOBODY, NAME, withCookie, tokenOf } from '#tests/server/callers/cookies-steps.ts'

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

  test('S5 is ignored if anything stands before or after its seal', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const seal = client.cookies.get(NAME) ?? ''
    const [bare = ''] = seal.split('~')
    const surplus = ['x', '~', '~2', '*', '%0A', ' x', '.', '{}', seal, bare, 'garbage', 'A'.repeat(200)]
    for (const value of [
      ...surplus.map((more) => seal + more),
      ...surplus.map((more) => more + seal),
      bare,
      `${bare}~1`,
      `${bare}~3`,
      `${bare}~02`,
      `${bare}~2.0`,
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
    expect(await withCookie(world, client.cookies.get(BROWSER) ?? '').get('/api/session')).toMatchObject(NOBODY)
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
