import { describe, expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { KINDS } from '#tests/server/http/answers-steps.ts'

describe.each(Object.entries(KINDS))('an answer of %s', (kind, provoke) => {
  test('C6 V3.2.1 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.4.8 V3.5.8 V14.3.2 has headers against documents, caching, framing, sniffing and embedding', async () => {
    const answer = await provoke(makeWorld())
    expect(answer.status).toBe(Number(kind.slice(0, 3)))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'; frame-ancestors 'none'"),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining(
        'publickey-credentials-get=(self), publickey-credentials-create=(self)',
      ),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    for (const name of ['server', 'x-powered-by']) expect(answer.headers.get(name)).toBeNull()
  })

  test('V4.1.1 is JSON, problem+json or empty', async () => {
    const answer = await provoke(makeWorld())
    const type = answer.headers.get('content-type')
    const problem = {
      type: expect.stringMatching(/^urn:latchkey:problem:/),
      title: expect.stringMatching(/\.$/),
      status: answer.status,
      code: expect.any(String),
    }
    const isProblem = answer.status >= 400
    const isEmpty = answer.status === 204 || answer.status === 302
    expect(type ?? '').toMatch(
      isProblem ? /^application\/problem\+json; charset=utf-8$/ : isEmpty ? /^$/ : /^application\/json/,
    )
    expect(answer.body).toMatchObject(isProblem ? problem : {})
  })
})
