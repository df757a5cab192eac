import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { type Environment, faultsOf, PUBLIC } from '#tests/server/config/config-steps.ts'
import { AUTHORITY } from '#tests/server/mail/smtp-server.ts'

const { RESEND_API_KEY, ...OTHERS } = PUBLIC
const LOGIN = { SMTP_TLS: 'starttls', SMTP_USER: 'latchkey', SMTP_PASSWORD: 'secret' }
const SMTP: Environment = { ...OTHERS, SMTP_HOST: 'mail.example.com', ...LOGIN }

describe('a mail server', () => {
  test.each([
    ['implicit', 465],
    ['starttls', 587],
    ['none', 25],
  ])('with SMTP_TLS %s has port %i', (tls, port) => {
    const { smtp } = readConfig({ ...OTHERS, SMTP_HOST: '127.0.0.1', ...LOGIN, SMTP_TLS: tls }).mail
    expect(smtp).toEqual({
      host: '127.0.0.1',
      port,
      tls,
      auth: { user: 'latchkey', password: 'secret' },
      ca: undefined,
      serverName: '127.0.0.1',
    })
  })

  test('may be at an IPv6 address', () => {
    expect(readConfig({ ...SMTP, SMTP_HOST: '2001:db8::25' }).mail.smtp?.host).toBe('2001:db8::25')
  })

  test('takes no password where the operator says so', () => {
    const { SMTP_USER, SMTP_PASSWORD, ...bare } = SMTP
    expect(readConfig({ ...bare, SMTP_AUTH: 'none' }).mail.smtp?.auth).toBeUndefined()
  })

  test('has its password and its authority in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-smtp-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'password'), 'from a file\n')
    writeFileSync(join(folder, 'ca.pem'), AUTHORITY)
    const { SMTP_PASSWORD, ...bare } = SMTP
    const files = { SMTP_PASSWORD_FILE: join(folder, 'password'), SMTP_CA_FILE: join(folder, 'ca.pem') }
    expect(readConfig({ ...bare, ...files }).mail.smtp).toMatchObject({
      auth: { password: 'from a file' },
      ca: expect.stringContaining('BEGIN CERTIFICATE'),
    })
  })

  test.each<[string, Environment, RegExp]>([
    ['a host with a port', { SMTP_HOST: 'mail.example.com:587' }, /^SMTP_HOST must be the host name/],
    ['a host with a path', { SMTP_HOST: 'mail.example.com/x' }, /^SMTP_HOST must be the host name/],
    ['a port that is none', { SMTP_PORT: '0' }, /^SMTP_PORT must be a port number/],
    ['a port beyond the last', { SMTP_PORT: '65536' }, /^SMTP_PORT must be a port number/],
    ['no word about encryption', { SMTP_TLS: '' }, /^SMTP_TLS is missing: say implicit/],
    ['an unknown encryption', { SMTP_TLS: 'yes' }, /^SMTP_TLS must be implicit/],
    ['a password in the open', { SMTP_TLS: 'none' }, /^SMTP_TLS is none, so the password would be readable/],
    ['no user', { SMTP_USER: '' }, /^SMTP_USER is missing/],
    ['no password', { SMTP_PASSWORD: '' }, /^SMTP_PASSWORD is missing/],
    ['a user where there is none', { SMTP_AUTH: 'none' }, /^SMTP_AUTH is none, and there is a user/],
    ['an unknown kind of authentication', { SMTP_AUTH: 'oauth' }, /^SMTP_AUTH must be login or none/],
    ['an authority that is no certificate', { SMTP_CA: 'x' }, /^SMTP_CA must be a certificate/],
    [
      'a broken certificate',
      { SMTP_CA: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      /^SMTP_CA must be a certificate/,
    ],
    ['a name that is none', { SMTP_SERVER_NAME: 'a b' }, /^SMTP_SERVER_NAME must be a host name/],
    ['a second road for letters', { RESEND_API_KEY: 're_key' }, /^RESEND_API_KEY and SMTP_HOST are both set/],
    ['no sender', { MAIL_FROM: '' }, /^MAIL_FROM is missing: name the sender that the mail server allows/],
    ['no host', { SMTP_HOST: '' }, /^SMTP_TLS is set without SMTP_HOST/],
  ])('is refused with %s, in one sentence without the password', (_, change, fault) => {
    const faults = faultsOf({ ...SMTP, ...change })
    expect(faults.filter((each) => fault.test(each))).toHaveLength(1)
    expect(faults.join('\n')).not.toContain('secret')
  })
})
