import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { machineWith } from '#server/http/edge/caller.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { FORM, sender } from '#tests/server/http/edge/pipelines-steps.ts'

describe('a route for other programs', () => {
  const world = () => makeWorld({ TESTING: '1' })

  test.each(['https://evil.example', 'null', 'http://localhost:3000', undefined])(
    'V4.1.1 accepts a form from the origin %s',
    async (origin) => {
      const answer = await sender(world())(
        'POST',
        '/api/testing/form',
        { 'content-type': FORM, ...(origin && { origin }) },
        'word=hello',
      )
      expect([answer.status, await answer.json()]).toEqual([200, { word: 'hello' }])
    },
  )

  test('sets and reads no cookie: requests with and without a session get the same answer', async () => {
    const testing = world()
    const { client } = await signUp(testing)
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const jars: Record<string, string>[] = [{}, { cookie }, { cookie: `${SESSION}=garbage; latchkey-language=de` }]
    for (const headers of jars) {
      for (const sent of [
        await sender(testing)('POST', '/api/testing/form', { ...headers, 'content-type': FORM }, 'word=hello'),
        await sender(testing)('GET', '/api/health', { ...headers, origin: 'https://evil.example' }),
      ]) {
        expect(sent.status).toBe(200)
        expect(sent.headers.getSetCookie()).toEqual([])
      }
    }
  })

  test.each([
    ['JSON', 'application/json', '{"word":"hello"}', 415],
    ['plain text', 'text/plain', 'word=hello', 415],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--', 415],
    ['a body without a type', '', 'word=hello', 415],
    ['a form without its member', FORM, 'other=hello', 400],
    ['a member that is too long', FORM, `word=${'x'.repeat(65)}`, 400],
    ['an empty form', FORM, '', 400],
    ['a form that is too large', FORM, `word=${'x'.repeat(70_000)}`, 413],
  ])('V2.2.1 V4.1.1 refuses %s in the error format of OAuth', async (_, type, body, status) => {
    const headers: Record<string, string> = type ? { 'content-type': type } : {}
    const answer = await sender(world())('POST', '/api/testing/form', headers, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8')
    expect(await answer.json()).toEqual({
      error: 'invalid_request',
      // RFC 6749 §5.2: printable ASCII without quotes and backslashes.
      error_description: expect.stringMatching(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/),
    })
  })

  test('names the type of body that it takes when it refuses another', async () => {
    const answer = await sender(world())('POST', '/api/testing/form', { 'content-type': 'application/json' }, '{}')
    expect(await answer.json()).toMatchObject({ error_description: `Send ${FORM}.` })
  })

  test('counts every form as one request of its IP address', async () => {
    const send = sender(world())
    const answers = await Promise.all(
      Array.from({ length: 301 }, () => send('POST', '/api/testing/form', { 'content-type': FORM }, 'word=hello')),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await refused[0]?.json()).toMatchObject({ error: 'temporarily_unavailable' })
  })

  test('V3.4.2 allows scripts of other origins only if declared, and never with cookies', async () => {
    const send = sender(world())
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const preflight = await send('OPTIONS', '/api/testing/form', headers)
    expect(preflight.status).toBe(204)
    const { origin } = headers
    expect((await send('OPTIONS', '/api/testing/form', { origin })).status).toBe(405)
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type',
    })
    for (const body of ['word=hello', 'wrong=1']) {
      const answer = await send('POST', '/api/testing/form', { ...headers, 'content-type': FORM }, body)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    }
    const health = await send('GET', '/api/health', headers)
    expect(health.headers.get('access-control-allow-origin')).toBeNull()
    expect((await send('OPTIONS', '/api/health', headers)).status).toBe(405)
  })

  test('does not reveal the cause of a fault in the format of OAuth either', async () => {
    const broken = machineWith({ errors: 'oauth' })('post', '/test/broken', { summary: 'Break' }, () =>
      Promise.reject(new Error('SQLITE_CORRUPT in /srv/data')),
    )
    const answer = await sender(makeWorld(), [broken] as never)('POST', '/api/test/broken')
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { error: 'server_error', error_description: 'Something went wrong.' },
    ])
  })
})
