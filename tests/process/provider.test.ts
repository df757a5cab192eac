import { expect, test } from 'vitest'
import { browse } from '#tests/process/people.ts'
import { startServer } from '#tests/process/server.ts'

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
