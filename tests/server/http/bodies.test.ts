import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyWrite } from '#tests/server/http/routes.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'

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
    const writes = (await everyWrite(world)).filter(({ takesBody, takesFile }) => takesBody || takesFile)
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
    for (const { method, path } of (await everyWrite(world)).filter(({ takesFile }) => !takesFile)) {
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
