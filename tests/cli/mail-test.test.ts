import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { no, startSmtp } from '#tests/server/mail/smtp-server.ts'
import { makeProvider } from '#tests/server/mail/provider.ts'
import { ROOT } from '#tests/helpers/process.ts'
import { latchkey, latchkeyJson } from '#tests/cli/latchkey.ts'

function throughSmtp(port: number): Record<string, string> {
  return {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(port),
    SMTP_TLS: 'starttls',
    SMTP_USER: 'latchkey',
    SMTP_PASSWORD: 'secret',
    SMTP_CA_FILE: join(ROOT, 'tests/postgres/tls/authority.pem'),
    SMTP_SERVER_NAME: 'localhost',
    MAIL_FROM: 'Latchkey <id@example.com>',
  }
}

describe('latchkey mail test', () => {
  test.each([
    ['en', 'A test: letters arrive'],
    ['de', 'Ein Test: E-Mails kommen an'],
  ])('sends one letter in %s, and tells the answer of the mail server', async (language, subject) => {
    const { port, received } = await startSmtp()
    const words = ['mail', 'test', 'ada@example.org', '--language', language]
    const { code, out, err } = await latchkey(words, throughSmtp(port))
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^The letter to ada@example\.org was accepted\. The answer: 250 /)
    expect(received).toMatchObject([{ from: 'id@example.com', to: ['ada@example.org'], encrypted: true }])
    expect(received[0]?.source).toContain(subject)
  })

  test('tells a refusal in the words of the mail server, and ends with 1', async () => {
    const { port } = await startSmtp({ onRcptTo: (_to, _session, done) => done(no(550, 'No such user here')) })
    const { code, out, err } = await latchkey(['mail', 'test', 'ada@example.org'], throughSmtp(port))
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^The mail server did not accept the letter: 550 No such user here/)
    expect(await latchkeyJson(['mail', 'test', 'ada@example.org'], throughSmtp(port))).toEqual({
      code: 1,
      data: { error: expect.stringContaining('550 No such user here') },
    })
  })

  test('never prints the password, also if it is wrong', async () => {
    const { port } = await startSmtp()
    const environment = { ...throughSmtp(port), SMTP_PASSWORD: 'not-the-right-one' }
    const { code, out, err } = await latchkey(['mail', 'test', 'ada@example.org'], environment)
    expect(code).toBe(1)
    expect(err).toContain('535')
    expect(out + err).not.toContain('not-the-right-one')
  })

  test('sends through a provider, and tells the id of the letter', async () => {
    const provider = await makeProvider()
    const { code, data } = await latchkeyJson(['mail', 'test', 'ada@example.org'], provider.environment)
    expect([code, data]).toEqual([
      0,
      {
        to: 'ada@example.org',
        transport: 'resend',
        accepted: true,
        answer: expect.stringMatching(/^accepted as sent-test-/),
      },
    ])
    expect(provider.requests).toHaveLength(1)
  })

  test.each([
    ['no address', ['ada'], 2, '“ada” is no address that letters can go to. See `latchkey help mail`.\n'],
    [
      'an unknown language',
      ['a@b.example', '--language', 'fr'],
      2,
      '--language is en or de. See `latchkey help mail`.\n',
    ],
    [
      'no mail server',
      ['a@b.example'],
      1,
      'No mail server is set, and letters stay at http://localhost:3000/mailbox: set SMTP_HOST or RESEND_API_KEY.\n',
    ],
  ] as const)('refuses %s', async (_, words, code, sentence) => {
    expect(await latchkey(['mail', 'test', ...words])).toEqual({
      code,
      out: '',
      err: expect.stringContaining(sentence),
    })
  })
})
