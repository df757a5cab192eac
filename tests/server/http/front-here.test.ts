import { describe, expect, test } from 'vitest'
import { HERE_HEADER } from '#server/callers/identify.ts'
import { isLoopback } from '#server/config/loopback.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { serve } from '#tests/server/http/front-steps.ts'

const HERE = ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1']
const ELSEWHERE = ['172.17.0.1', '10.0.0.5', '203.0.113.7', '::ffff:172.17.0.1', 'fe80::1', '::', '0.0.0.0', '']

const TESTING = [
  ['GET', '/api/testing/mailbox'],
  ['GET', '/api/testing/mailbox?to=ada%40example.org'],
  ['GET', '/api/%74esting/mailbox'],
  ['POST', '/api/testing/clock'],
  ['POST', '/api/testing/form'],
] as const

/** What a request may claim about itself. */
const CLAIMS: Record<string, string>[] = [{}, { 'x-forwarded-for': '127.0.0.1' }, { [HERE_HEADER]: '1' }]

describe.each(ELSEWHERE)('V15.2.3 a request over a socket from %j', (from) => {
  test('reaches no testing route, whatever it says about itself', async () => {
    const world = makeWorld({ TESTING: '1' })
    const { ask } = await serve(world, { from })
    for (const [method, path] of TESTING)
      for (const headers of CLAIMS) expect([path, (await ask(path, headers, method)).status]).toEqual([path, 404])
    expect((await ask('/api/health')).status).toBe(200)
  })

  test('is no visitor who may read the letters of the mailbox page, even if it claims that', async () => {
    const { ask, asked } = await serve(makeWorld({ TRUSTED_PROXIES: '1' }), { from })
    await ask('/mailbox', { [HERE_HEADER]: '1', 'x-forwarded-for': '127.0.0.1' })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.headers).not.toHaveProperty(HERE_HEADER)
  })
})

describe.each(HERE)('a request over a socket from %s', (from) => {
  test('reaches the testing routes and the mailbox page', async () => {
    const { ask, asked } = await serve(makeWorld({ TESTING: '1' }), { from })
    expect((await ask('/api/testing/mailbox')).status).toBe(200)
    await ask('/mailbox')
    expect(asked[0]?.headers).toMatchObject({ [HERE_HEADER]: '1' })
  })
})

test('an address is a loopback address only in its own spelling', () => {
  expect(HERE.filter(isLoopback)).toEqual(HERE)
  expect([...ELSEWHERE, undefined, 'localhost', '127.1', '127.0.0.1.evil.example'].filter(isLoopback)).toEqual([])
})
