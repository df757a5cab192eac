import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyWrite } from '#tests/server/http/routes.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

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
      const writes = (await everyWrite(world)).filter(({ takesBody, takesFile }) => !takesBody && !takesFile)
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
    const members = [
      'email',
      'ceremony',
      'code',
      'credential',
      'name',
      'password',
      'token',
      'word',
      'conditional',
      'act',
      'target',
    ]
    for (const { method, path } of (await everyWrite(world)).filter(({ takesBody }) => takesBody)) {
      for (const wrong of [null, 7, [], {}, ['x'], { $ne: '' }, { toString: 'x', length: 6 }]) {
        // A time is a number.
        const until = wrong === 7 ? '7' : wrong
        const body = { ...Object.fromEntries(members.map((name) => [name, wrong])), until }
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
