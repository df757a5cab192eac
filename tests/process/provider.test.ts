import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { browse } from '#tests/process/people.ts'
import { startServer } from '#tests/process/server.ts'
import { makeProvider, refuse } from '#tests/server/mail/provider.ts'

test('with a mail provider the server logs that it sends letters, and shows none', async () => {
  const server = await startServer({
    environment: { RESEND_API_KEY: 're_key', MAIL_FROM: 'id@example.com', RESEND_BASE_URL: 'http://127.0.0.1:9' },
  })
  const [line] = server
    .said()
    .split('\n')
    .filter((it) => it.startsWith('{'))
  expect(JSON.parse(line ?? '')).toMatchObject({ letters: 'resend' })
  expect(server.said()).not.toContain('re_key')
  expect((await browse(server).get('/api/testing/mailbox')).status).toBe(404)
  expect((await fetch(`${server.origin}/mailbox`)).status).toBe(404)
})

test('fault S3 twenty letters leave within 12 s through a provider that takes two a second', async () => {
  const provider = await makeProvider()
  const taken = new Map<number, number>()
  provider.behave((_request, response) => {
    const second = Math.floor(Date.now() / 1_000)
    const count = (taken.get(second) ?? 0) + 1
    if (count > 2) return refuse(response, 429, 'rate_limit_exceeded', { 'retry-after': '1' })
    taken.set(second, count)
  })
  const server = await startServer({ environment: { ...provider.environment, LIMIT_SCALE: '10' } })
  const began = performance.now()
  const asked = Array.from({ length: 20 }, (_, n) =>
    browse(server).post('/api/sign-up', { email: `person${n}@example.org` }),
  )
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 202))
  while (provider.sent.size < 20 && performance.now() - began < 20_000) await pause(20)
  expect(provider.sent.size).toBe(20)
  expect(performance.now() - began).toBeLessThan(12_000)
  // Few are refused: they are not all sent again every second.
  expect(provider.requests.length).toBeLessThan(80)
}, 30_000)
