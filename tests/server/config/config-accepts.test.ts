import { describe, expect, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { HOUR, PUBLIC, type Environment } from '#tests/server/config/config-steps.ts'

describe('accepts', () => {
  test.each<[string, Environment, object]>([
    ['a recovery delay of exactly 24 hours', { RECOVERY_DELAY: '86400s' }, { recoveryDelay: 24 * HOUR }],
    ['a longer recovery delay', { RECOVERY_DELAY: '7d' }, { recoveryDelay: 168 * HOUR }],
    [
      'an idle time as long as the session',
      { SESSION_IDLE: '24h', SESSION_MAX: '1d' },
      { session: { idle: 24 * HOUR, max: 24 * HOUR } },
    ],
    [
      'five related origins, without its own',
      { RELATED_ORIGINS: 'https://a.net, https://b.net/,https://c.net,https://d.net,https://id.example.com' },
      { relatedOrigins: ['https://a.net', 'https://b.net', 'https://c.net', 'https://d.net'] },
    ],
    [
      'an origin with a slash at its end and capitals',
      { ORIGIN: 'https://ID.Example.com/' },
      { origin: 'https://id.example.com', rp: { id: 'id.example.com', name: 'Latchkey' } },
    ],
    ['events kept for ever', { EVENTS_KEPT: 'forever' }, { eventsKept: undefined }],
    ['events kept for thirty days', { EVENTS_KEPT: '720h' }, { eventsKept: 720 * HOUR }],
    ['a session as long as a cookie', { SESSION_MAX: '400d' }, { session: { idle: 168 * HOUR, max: 9_600 * HOUR } }],
    ['nine trusted proxies', { TRUSTED_PROXIES: '9' }, { trustedProxies: 9 }],
  ])('%s', (_what, changed, part) => {
    expect(readConfig({ ...PUBLIC, ...changed })).toMatchObject(part)
  })

  test('testing and a limit scale on localhost', () => {
    expect(readConfig({ TESTING: '1', LIMIT_SCALE: '1000' })).toMatchObject({ testing: true, limitScale: 1000 })
  })
})
