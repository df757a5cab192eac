import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyWrite } from '#tests/server/http/routes.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

const EMAIL = JSON.stringify({ email: 'ada@example.com' })

describe('the type of a body', () => {
  test.each([
    'text/plain',
    'text/plain;application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'application/json5',
    'text/json',
    'application/problem+json',
    'application/xml',
    'x',
    '',
  ])('C2 V3.5.2 %j is refused on every route with a body', async (type) => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    const writes = (await everyWrite(world)).filter(({ takesBody }) => takesBody)
    await leavingAllAsItWas(world, async () => {
      for (const { method, path } of writes) {
        const answer = await client.send(method, path, EMAIL, { 'content-type': type })
        expect(answer, `${method} ${path}`).toMatchObject({ status: 415, body: { code: 'unsupported_type' } })
      }
    })
  })

  test.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8'])(
    'C2 %j is accepted as JSON',
    async (type) => {
      expect(await makeClient(makeWorld()).send('POST', '/api/sign-up', EMAIL, { 'content-type': type })).toMatchObject(
        { status: 202 },
      )
    },
  )

  test('C2 is checked for an unexpected body too', async () => {
    const client = makeClient(makeWorld())
    expect(
      await client.send('POST', '/api/sign-in/options', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    ).toMatchObject({ status: 415 })
    expect(await client.send('DELETE', '/api/session', 'a=b', { 'content-type': 'text/plain' })).toMatchObject({
      status: 415,
    })
  })

  test('is not needed without a body', async () => {
    expect(await makeClient(makeWorld()).send('POST', '/api/sign-in/options')).toMatchObject({ status: 200 })
  })
})

describe('the size of a body', () => {
  const padded = (bytes: number) => JSON.stringify({ email: 'ada@example.com', padding: 'x'.repeat(bytes) }).slice(0)

  test('L7 may be 64 KB and not a byte more', async () => {
    const client = makeClient(makeWorld())
    const frame = padded(0).length
    expect(await client.send('POST', '/api/sign-up', padded(65_536 - frame))).toMatchObject({ status: 202 })
    expect(await client.send('POST', '/api/sign-up', padded(65_537 - frame))).toMatchObject({
      status: 413,
      body: { code: 'too_large' },
    })
  })

  test('L7 is refused beyond that on every route, for any Content-Length', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    for (const { method, path } of await everyWrite(world)) {
      expect(
        await leavingAllAsItWas(world, () => client.send(method, path, padded(70_000))),
        `${method} ${path}`,
      ).toMatchObject({ status: 413 })
      expect(
        await client.send(method, path, padded(70_000), { 'content-length': '70000' }),
        `${method} ${path}`,
      ).toMatchObject({ status: 413 })
    }
  })
})

describe('an unexpected body', () => {
  test.each([
    '',
    '{',
    '{"email":',
    'email=ada@example.com',
    '\u0000',
    '{"email":"a@example.com"}}',
    "{'email':'a'}",
    '{"email":NaN}',
    '{"a":1,}',
    '[',
    '"',
  ])('V2.2.1 %j is refused on every route with a body', async (text) => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    for (const { method, path } of (await everyWrite(world)).filter(({ takesBody }) => takesBody)) {
      const answer = await leavingAllAsItWas(world, () => client.send(method, path, text))
      expect(answer, `${method} ${path}`).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    }
    expect(world.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })

  test.each(['[]', 'null', '7', 'true', '"text"', '[{}]', '[[[]]]'])(
    'V2.2.1 %s is refused on every route with a body',
    async (text) => {
      const world = makeWorld({ LIMIT_SCALE: '1000' })
      const { client } = await signUp(world)
      for (const { method, path } of (await everyWrite(world)).filter(({ takesBody }) => takesBody)) {
        expect(
          await leavingAllAsItWas(world, () => client.send(method, path, text)),
          `${method} ${path}`,
        ).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      }
    },
  )

  test.each(['{', '"', '[]', 'null', '7', '[{}]', '{"a":1,}', 'a=b', ' '])(
    'V2.2.1 %j is refused on every route without a body too',
    async (text) => {
      const world = makeWorld({ LIMIT_SCALE: '1000' })
      const { client } = await signUp(world)
      const writes = (await everyWrite(world)).filter(({ takesBody }) => !takesBody)
      expect(writes.length).toBeGreaterThan(10)
      for (const { method, path } of writes) {
        expect(
          await leavingAllAsItWas(world, () => client.send(method, path, text)),
          `${method} ${path}`,
        ).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
      }
    },
  )

  test('that is an object is ignored on a route without a body', async () => {
    for (const text of ['{}', ' { } ', '{"a":1}'])
      expect(await makeClient(makeWorld()).send('POST', '/api/sign-in/options', text)).toMatchObject({ status: 200 })
  })

  test('V2.2.1 with a member of the wrong type is refused on every route', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    const members = ['email', 'ceremony', 'code', 'credential', 'name', 'password', 'token', 'word', 'conditional']
    for (const { method, path } of (await everyWrite(world)).filter(({ takesBody }) => takesBody)) {
      for (const wrong of [null, 7, [], {}, ['x'], { $ne: '' }, { toString: 'x', length: 6 }]) {
        const body = Object.fromEntries(members.map((name) => [name, wrong]))
        expect((await client.send(method, path, body)).status, `${method} ${path} ${JSON.stringify(wrong)}`).toBe(400)
      }
    }
  })

  test('V2.2.1 with the deepest possible nesting is refused without a fault', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const { ceremony } = await readyToSignIn(client)
    for (const text of [
      `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`,
    ]) {
      expect((await client.send('POST', '/api/sign-up', text)).status).toBe(400)
    }
    const credential = `{"id":"AA","rawId":"AA","type":"public-key","response":{},"clientExtensionResults":{"a":${'['.repeat(25_000)}${']'.repeat(25_000)}}}`
    expect(
      (await client.send('POST', '/api/sign-in', `{"ceremony":"${ceremony}","credential":${credential}}`)).status,
    ).toBe(400)
    expect(world.logged.filter((line) => line.includes('"error"'))).toEqual([])
  })
})

describe('unknown members', () => {
  test('V15.3.3 are ignored', async () => {
    const world = makeWorld()
    const body = { email: 'ada@example.com', role: 'admin', userId: 'x', email_verified: true, code: '000000' }
    const answer = await makeClient(world).post('/api/sign-up', body)
    expect(answer).toMatchObject({ status: 202 })
    expect(Object.keys(answer.body)).toEqual(['ceremony'])
  })

  test.each([
    '"__proto__":{"admin":true}',
    '"constructor":{"prototype":{"admin":true}}',
    '"__proto__":null',
    '"prototype":{"admin":true}',
  ])('V15.3.6 do not change a prototype: {%s}', async (member) => {
    const world = makeWorld()
    const answer = await makeClient(world).send('POST', '/api/sign-up', `{"email":"ada@example.com",${member}}`)
    expect(answer.status).toBe(202)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToSignIn(client)
    const credential = JSON.stringify(authenticator.get(options)).replace(
      '"clientExtensionResults":{}',
      `"clientExtensionResults":{${member}}`,
    )
    expect(
      (await client.send('POST', '/api/sign-in', `{"ceremony":"${ceremony}","credential":${credential},${member}}`))
        .status,
    ).toBe(200)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  test('V15.3.7 a duplicate member counts once, and a query does not replace a member', async () => {
    const world = makeWorld()
    await makeClient(world).send('POST', '/api/sign-up', '{"email":"one@example.com","email":"two@example.com"}')
    expect(await rows(world, 'select recipient from outbox')).toEqual([{ recipient: 'two@example.com' }])
    expect(await makeClient(world).send('POST', '/api/sign-up?email=three@example.com', '{}')).toMatchObject({
      status: 400,
    })
  })
})

describe('the text of a refusal', () => {
  test('V16.5.1 names the member in a sentence, without its value or internals', async () => {
    const client = makeClient(makeWorld())
    const answer = await client.send('POST', '/api/sign-up/code', { ceremony: 'x', code: '<script>alert(1)</script>' })
    expect(answer).toMatchObject({ status: 400, body: { detail: 'code: six digits' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/script|zod|issues|stack|node_modules/i)
  })
})
