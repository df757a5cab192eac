import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { browse } from '#tests/process/people.ts'
import { startServer } from '#tests/process/server.ts'
import { no, startSmtp } from '#tests/server/mail/smtp-server.ts'

const AUTHORITY = join(import.meta.dirname, '../postgres/tls/authority.pem')

test('a running server sends its letters through a mail server, and a greylisted one a second time', async () => {
  const greylisted = new Set<string>()
  const smtp = await startSmtp({
    onRcptTo({ address }, _session, done) {
      if (greylisted.has(address)) return done()
      greylisted.add(address)
      return done(no(451, 'Greylisted, try again later'))
    },
  })
  const server = await startServer({
    environment: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(smtp.port),
      SMTP_TLS: 'starttls',
      SMTP_USER: 'latchkey',
      SMTP_PASSWORD: 'secret',
      SMTP_CA_FILE: AUTHORITY,
      SMTP_SERVER_NAME: 'localhost',
      MAIL_FROM: 'Latchkey <id@example.com>',
    },
  })
  expect((await browse(server).post('/api/sign-up', { email: 'ada@example.org' })).status).toBe(202)
  const began = performance.now()
  while (smtp.received.length === 0 && performance.now() - began < 30_000) await pause(50)
  expect(smtp.received).toMatchObject([{ to: ['ada@example.org'], encrypted: true, user: 'latchkey' }])
  expect(smtp.received[0]?.source).toMatch(/^Subject: .*code/im)
  expect(server.said()).toContain('"letters":"smtp"')
  expect(server.said()).toContain('Greylisted')
  expect(server.said()).not.toMatch(/ada@example\.org|secret/)
}, 60_000)
