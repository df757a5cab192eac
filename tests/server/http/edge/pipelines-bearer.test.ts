import { z } from '@hono/zod-openapi'
import { describe, expect, test } from 'vitest'
import { bearer } from '#server/http/edge/caller.ts'
import { text, exact } from '#server/http/schemas/exact.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { FORM, sender } from '#tests/server/http/edge/pipelines-steps.ts'

describe('a route for a bearer token', () => {
  const whose = bearer<{ name: string }>(async (_world, token) =>
    token === 'ada.token-1' ? { name: 'Ada' } : undefined,
  )
  const routes = [
    whose(
      'get',
      '/test/whose',
      { summary: 'Whose token', answer: exact({ name: text('Ada') }) },
      async (_, who) => who,
    ),
    whose(
      'post',
      '/test/word',
      { summary: 'Say a word', body: z.object({ word: z.string() }), answer: exact({ name: text('Ada') }) },
      async (_, who) => who,
    ),
  ] as never

  test.each(['Bearer ada.token-1', 'bearer ada.token-1'])('accepts %s in its header', async (authorization) => {
    const answer = await sender(makeWorld(), routes)('GET', '/api/test/whose', { authorization })
    expect([answer.status, await answer.json()]).toEqual([200, { name: 'Ada' }])
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test.each([
    ['no header', undefined, 'Bearer'],
    ['an unknown token', 'Bearer eve.token-1', 'Bearer error="invalid_token"'],
    ['an empty token', 'Bearer ', 'Bearer error="invalid_token"'],
    ['another scheme', 'Basic YWRhOnRva2Vu', 'Bearer error="invalid_token"'],
    ['two tokens', 'Bearer ada.token-1, Bearer ada.token-1', 'Bearer error="invalid_token"'],
    ['a token with something before it', 'x Bearer ada.token-1', 'Bearer error="invalid_token"'],
    ['a token without the scheme', 'ada.token-1', 'Bearer error="invalid_token"'],
  ])('refuses %s with a challenge (RFC 6750 §3)', async (_, authorization, challenge) => {
    const answer = await sender(makeWorld(), routes)('GET', '/api/test/whose', authorization ? { authorization } : {})
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'not_signed_in' }])
    expect(answer.headers.get('www-authenticate')).toBe(challenge)
  })

  test('ignores a token in the URL, in a form or in the session cookie', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const send = sender(world, routes)
    expect((await send('GET', '/api/test/whose?access_token=ada.token-1')).status).toBe(401)
    expect((await send('GET', '/api/test/whose', { cookie })).status).toBe(401)
    const body = 'access_token=ada.token-1'
    expect((await send('POST', '/api/test/word', { 'content-type': FORM }, body)).status).toBe(415)
  })

  test('needs no Origin for writes, because no browser adds a token by itself', async () => {
    const headers = { authorization: 'Bearer ada.token-1', 'content-type': 'application/json' }
    const answer = await sender(makeWorld(), routes)('POST', '/api/test/word', headers, '{"word":"hello"}')
    expect(answer.status).toBe(200)
  })
})
