import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

describe('unknown members', () => {
  test('V15.3.3 are ignored', async () => {
    const world = makeWorld()
    const body = { email: 'ada@example.com', role: 'admin', userId: 'x', email_verified: true, code: '000000' }
    const answer = await makeClient(world).post('/api/sign-up', body)
    expect(answer).toMatchObject({ status: 202 })
    expect(Object.keys(answer.body)).toEqual(['ceremony', 'digits'])
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
    expect(answer).toMatchObject({ status: 400, body: { detail: 'code: six or twelve digits' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/script|zod|issues|stack|node_modules/i)
  })
})
