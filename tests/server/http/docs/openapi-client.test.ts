import { describe, expect, test } from 'vitest'
import { type Answer, makeBrowser } from '#tests/helpers/client.ts'
import { faultsOfAnswer } from '#tests/helpers/document.ts'

describe('the test client', () => {
  const HEALTH = {
    status: 200,
    type: 'application/json',
    body: { status: 'ok' } as object | undefined,
    headers: {} as Record<string, string>,
  }

  function answering(answer: Partial<typeof HEALTH>, ask = 'GET /api/health'): Promise<Answer> {
    const { status, type, body, headers } = { ...HEALTH, ...answer }
    const [method = '', path = ''] = ask.split(' ')
    const respond = async () =>
      new Response(body && JSON.stringify(body), {
        status,
        headers: { ...(body && { 'content-type': type }), ...headers },
      })
    return makeBrowser('http://localhost:3000', respond).send(method, path)
  }

  const problem = (status: number, code: string) => ({
    status,
    type: 'application/problem+json',
    body: { type: `urn:latchkey:problem:${code}`, title: 'No.', status, code },
  })

  test('accepts listed answers', async () => {
    expect(await answering({})).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await answering({ ...problem(429, 'too_many_attempts'), headers: { 'retry-after': '42' } })).toMatchObject({
      status: 429,
    })
    expect(await answering(problem(404, 'not_found'), 'GET /api/nothing')).toMatchObject({ status: 404 })
  })

  test.each<[string, Partial<typeof HEALTH>, string?]>([
    ['a status that is not listed', { status: 201 }],
    ['a member that is not listed', { body: { status: 'ok', secret: 1 } }],
    ['a member that is missing', { body: {} }],
    ['a member of another type', { body: { status: 7 } }],
    ['another type', { type: 'text/html' }],
    ['an empty body where one is listed', { body: undefined }],
    ['a 200 where a 204 is listed', {}, 'DELETE /api/totp'],
    ['a code of another route', problem(401, 'code_wrong'), 'GET /api/session'],
    ['a code under the status of another', problem(403, 'not_signed_in'), 'DELETE /api/session'],
    ['an unknown code', problem(404, 'lost'), 'GET /api/nothing'],
    ['a success without a route', {}, 'GET /api/nothing'],
    ['a missing waiting time', problem(429, 'too_many_attempts')],
    ['a missing session cookie', { status: 204, body: undefined }, 'POST /api/confirmation'],
  ])('throws on %s', async (_, answer, ask) => {
    await expect(answering(answer, ask)).rejects.toThrow('answers what the document does not say')
  })

  test('checks only answers of the API', () => {
    expect(
      faultsOfAnswer({
        method: 'GET',
        path: '/.well-known/change-password',
        status: 302,
        headers: new Headers(),
        text: '',
      }),
    ).toEqual([])
  })
})
