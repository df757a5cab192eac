import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { OWN_ACCENT } from '#server/brand/accent.ts'
import { readConfig } from '#server/config/config.ts'
import { HOUR, SECRET, PUBLIC, faultsOf, type Environment } from '#tests/server/config/config-steps.ts'

const OLDER_SECRET = 'c2VjcmV0IG51bWJlciB0d28gZm9yIHRoZSByb3RhdGlvbiE='

describe('without any setting', () => {
  test('is a server on localhost with a built-in mailbox and a generated secret', () => {
    expect(readConfig({})).toEqual({
      origin: 'http://localhost:3000',
      local: true,
      port: 3000,
      hostname: '127.0.0.1',
      rp: { id: 'localhost', name: 'Latchkey' },
      brand: { accent: OWN_ACCENT },
      relatedOrigins: [],
      secrets: [],
      database: undefined,
      instances: 1,
      dataDir: 'data',
      mail: { resend: undefined, from: 'Latchkey <latchkey@localhost>' },
      trustedProxies: 0,
      session: { idle: 7 * 24 * HOUR, max: 30 * 24 * HOUR },
      recoveryDelay: 24 * HOUR,
      limitScale: 1,
      timeZone: 'UTC',
      testing: false,
    })
  })

  test('treats an empty variable as unset', () => {
    expect(readConfig({ ORIGIN: '', PORT: '', RP_ID: '', SECRET: '', TESTING: '', SECRET_FILE: '' })).toEqual(
      readConfig({}),
    )
  })
})

describe('on the internet', () => {
  test('listens on all interfaces, on the port of its origin', () => {
    expect(readConfig(PUBLIC)).toMatchObject({
      local: false,
      hostname: '0.0.0.0',
      port: 443,
      rp: { id: 'id.example.com' },
      secrets: [SECRET],
    })
    for (const LISTEN of ['127.0.0.1', '::1'])
      expect(readConfig({ ...PUBLIC, LISTEN })).toMatchObject({ hostname: LISTEN })
    expect(readConfig({ ...PUBLIC, PORT: '8080' })).toMatchObject({ origin: 'https://id.example.com', port: 8080 })
    expect(readConfig({ ...PUBLIC, ORIGIN: 'https://id.example.com:8443' })).toMatchObject({
      origin: 'https://id.example.com:8443',
      port: 8443,
    })
  })

  test('keeps several secrets in their order, newest first', () => {
    expect(readConfig({ ...PUBLIC, SECRET: ` ${SECRET} , ${OLDER_SECRET},` }).secrets).toEqual([SECRET, OLDER_SECRET])
  })

  test.each(['id.example.com', 'example.com'])('can belong to the relying party %s', (RP_ID) => {
    expect(readConfig({ ...PUBLIC, RP_ID }).rp.id).toBe(RP_ID)
  })
})

/** Each check by itself: a change to a valid configuration, and the one fault it causes. */
const GUARDS: [string, Environment, RegExp][] = [
  ['V12.2.1 X9 plain http off localhost', { ORIGIN: 'http://id.example.com' }, /^ORIGIN must be https/],
  ['a host that only sounds like localhost', { ORIGIN: 'http://localhost.example.com' }, /^ORIGIN must be https/],
  ['an IP address, which cannot have passkeys', { ORIGIN: 'https://203.0.113.7' }, /^ORIGIN must have a host name/],
  ['an IPv6 address', { ORIGIN: 'https://[2001:db8::7]' }, /^ORIGIN must have a host name/],
  ['an origin with a path', { ORIGIN: 'https://id.example.com/app' }, /^ORIGIN must be a scheme and a host/],
  ['an origin with a query', { ORIGIN: 'https://id.example.com?a' }, /^ORIGIN must be a scheme and a host/],
  ['an origin with a user', { ORIGIN: 'https://ada@id.example.com' }, /^ORIGIN must be a scheme and a host/],
  ['an origin of another scheme', { ORIGIN: 'ftp://id.example.com' }, /^ORIGIN must be a scheme and a host/],
  ['an origin that is not a URL', { ORIGIN: 'id.example.com' }, /^ORIGIN must be a scheme and a host/],
  ['a port that is not a number', { PORT: 'http' }, /^PORT must be a port number/],
  ['a port past the last one', { PORT: '65536' }, /^PORT must be a port number/],
  ['X9 a foreign relying party', { RP_ID: 'example.org' }, /^RP_ID example\.org is neither/],
  ['a relying party with only a similar ending', { RP_ID: 'ample.com' }, /^RP_ID ample\.com is neither/],
  ['a relying party below the host', { RP_ID: 'www.id.example.com' }, /^RP_ID www/],
  ['a public suffix as the relying party', { RP_ID: 'com' }, /^RP_ID com is neither/],
  ['S12 X9 no secret', { SECRET: '' }, /^SECRET is missing/],
  ['S12 X9 a short secret', { SECRET: SECRET.slice(0, 42) }, /^SECRET must hold secrets of at least 32 random bytes/],
  ['S12 X9 a secret that repeats itself', { SECRET: 'secret'.repeat(10) }, /^SECRET must hold secrets/],
  ['S12 X9 one weak secret among good ones', { SECRET: `${SECRET},changeme` }, /^SECRET must hold secrets/],
  ['X9 no way to send letters', { RESEND_API_KEY: '' }, /^RESEND_API_KEY or SMTP_HOST is missing/],
  ['no sender', { MAIL_FROM: '' }, /^MAIL_FROM is missing/],
  [
    'a sender with a second line',
    { MAIL_FROM: 'id@example.com\r\nBcc: eve@example.org' },
    /^MAIL_FROM must be one line/,
  ],
  ['a mail provider without an address', { RESEND_BASE_URL: 'resend' }, /^RESEND_BASE_URL must be a URL/],
  ['a mail provider that is reached by no http', { RESEND_BASE_URL: 'ftp://api.resend.com' }, /^RESEND_BASE_URL must/],
  ['a key that no header can carry', { RESEND_API_KEY: 're_a b' }, /^RESEND_API_KEY must be a key without spaces/],
  ['a key of two lines', { RESEND_API_KEY: 're_a\nre_b' }, /^RESEND_API_KEY must be a key without spaces/],
  ['an origin with the dot of the root', { ORIGIN: 'https://id.example.com.' }, /^ORIGIN must have no dot at its end/],
  ['a host name to listen on', { LISTEN: 'localhost' }, /^LISTEN must be an IP address/],
  ['a proxy count that is not a number', { TRUSTED_PROXIES: 'all' }, /^TRUSTED_PROXIES must be the number/],
  ['X9 testing off localhost', { TESTING: '1' }, /^TESTING is allowed only if the origin is localhost/],
  ['testing neither on nor off', { TESTING: 'yes' }, /^TESTING must be 0 or 1/],
  ['an idle time without a unit', { SESSION_IDLE: '7' }, /^SESSION_IDLE must be a number and a unit/],
  ['an idle time of zero', { SESSION_IDLE: '0m' }, /^SESSION_IDLE must be at least a minute/],
  [
    'a session that lives for seconds',
    { SESSION_IDLE: '1m', SESSION_MAX: '59s' },
    /^SESSION_MAX must be at least a minute/,
  ],
  [
    'an idle time beyond the end of the session',
    { SESSION_IDLE: '25h', SESSION_MAX: '1d' },
    /^SESSION_IDLE must not be longer than SESSION_MAX/,
  ],
  ['K3 a recovery within 23 hours', { RECOVERY_DELAY: '23h' }, /^RECOVERY_DELAY must be at least 24h/],
  [
    'K3 a recovery within a second less than 24 hours',
    { RECOVERY_DELAY: '86399s' },
    /^RECOVERY_DELAY must be at least 24h/,
  ],
  ['a session that lives longer than a cookie', { SESSION_MAX: '401d' }, /^SESSION_MAX must be at most 400d/],
  ['events kept without a unit', { EVENTS_KEPT: '365' }, /^EVENTS_KEPT must be `forever`, or a number and a unit/],
  ['events kept for nobody knows how long', { EVENTS_KEPT: 'for ever' }, /^EVENTS_KEPT must be `forever`/],
  ['events kept for less than thirty days', { EVENTS_KEPT: '29d' }, /^EVENTS_KEPT must be at least 30d/],
  ['events kept for a second less', { EVENTS_KEPT: '719h' }, /^EVENTS_KEPT must be at least 30d/],
  ['a limit scale of 0', { LIMIT_SCALE: '0' }, /^LIMIT_SCALE must be at least 1/],
  ['a limit scale below 0', { LIMIT_SCALE: '-1' }, /^LIMIT_SCALE must be a whole number/],
  ['a fractional limit scale', { LIMIT_SCALE: '1.5' }, /^LIMIT_SCALE must be a whole number/],
  ['an accent by name', { ACCENT: 'teal' }, /^ACCENT must be a colour like #0f5c4c/],
  ['an accent with more than a colour', { ACCENT: '#0a7;}*{display:none' }, /^ACCENT must be a colour/],
  ['a missing mark file', { MARK: '/no/such/mark.svg' }, /^MARK names a file that cannot be read/],
  ['a mark that is a folder', { MARK: tmpdir() }, /^MARK names a file that cannot be read/],
  [
    'a mark that is neither SVG nor PNG',
    { MARK: import.meta.filename },
    /^MARK names a file that is neither SVG nor PNG/,
  ],
  [
    'a support contact that is neither a page nor a mailbox',
    { SUPPORT: 'ask Ada' },
    /^SUPPORT must be an e-mail address, or/,
  ],
  ['a support contact that is a script', { SUPPORT: 'javascript:alert(1)' }, /^SUPPORT must be/],
  ['a support page over http', { SUPPORT: 'http://example.com/help' }, /^SUPPORT must be/],
  ['terms that are not a page', { TERMS_URL: 'terms.html' }, /^TERMS_URL must be the address of a page/],
  ['terms over http', { TERMS_URL: 'http://example.com/terms' }, /^TERMS_URL must be the address of a page/],
  [
    'a privacy notice that is a script',
    { PRIVACY_URL: 'javascript:alert(1)' },
    /^PRIVACY_URL must be the address of a page/,
  ],
  [
    'a privacy notice with a password in it',
    { PRIVACY_URL: 'https://ada:secret@example.com/' },
    /^PRIVACY_URL must be the address of a page/,
  ],
  [
    'six related origins',
    { RELATED_ORIGINS: [1, 2, 3, 4, 5, 6].map((n) => `https://${n}.example.net`).join(',') },
    /^RELATED_ORIGINS must list at most five/,
  ],
  ['a related origin over http', { RELATED_ORIGINS: 'http://example.net' }, /^RELATED_ORIGINS must be https/],
  [
    'a related origin with a path',
    { RELATED_ORIGINS: 'https://example.net/app' },
    /^RELATED_ORIGINS must list origins/,
  ],
]

describe('an origin on localhost', () => {
  test.each(['0.0.0.0', '::', '192.168.1.5', '203.0.113.7', '::ffff:10.0.0.1', 'fe80::1'])(
    'is refused with %s to listen on, which would open the letters to the network',
    (LISTEN) => {
      const others: Environment[] = [
        {},
        { TESTING: '1' },
        { ORIGIN: 'http://localhost:8080', RESEND_API_KEY: 're_a', MAIL_FROM: 'a@b.example' },
      ]
      for (const more of others)
        expect(faultsOf({ LISTEN, ...more })).toEqual([
          `LISTEN ${LISTEN} would open a server for localhost, with its letters and codes, to the network: remove LISTEN, or set ORIGIN to the https address that people use`,
        ])
    },
  )

  test.each(['127.0.0.1', '127.0.0.2', '::1', '::ffff:127.0.0.1'])('can listen on %s', (LISTEN) => {
    expect(readConfig({ LISTEN }).hostname).toBe(LISTEN)
  })
})

describe('refuses', () => {
  test.each(GUARDS)('%s', (_what, changed, fault) => {
    expect(faultsOf({ ...PUBLIC, ...changed })).toEqual([expect.stringMatching(fault)])
  })

  test('S12 X9 a weak secret on localhost too', () => {
    expect(faultsOf({ SECRET: 'changeme' })).toEqual([expect.stringMatching(/^SECRET must hold/)])
  })
})
