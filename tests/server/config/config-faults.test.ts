import { describe, expect, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { PUBLIC, faultsOf } from '#tests/server/config/config-steps.ts'

describe('the list of all faults', () => {
  test('names each of many faults, both wrong values and contradictions', () => {
    const faults = faultsOf({
      ORIGIN: 'http://id.example.com',
      RP_ID: 'com',
      PORT: 'x',
      SECRET: 'short',
      RECOVERY_DELAY: '1h',
      LIMIT_SCALE: '0',
      TESTING: '1',
      SESSION_IDLE: '2d',
      SESSION_MAX: '1d',
      ACCENT: 'blue',
      MARK: '/nowhere',
      SUPPORT: 'x',
      TERMS_URL: 'x',
      PRIVACY_URL: 'x',
    })
    const names = faults.map((fault) => fault.split(' ')[0] ?? '')
    expect(names.sort()).toEqual([
      'ACCENT',
      'LIMIT_SCALE',
      'MARK',
      'ORIGIN',
      'PORT',
      'PRIVACY_URL',
      'RECOVERY_DELAY',
      'RESEND_API_KEY',
      'RP_ID',
      'SECRET',
      'SESSION_IDLE',
      'SUPPORT',
      'TERMS_URL',
      'TESTING',
    ])
  })

  test('reports no faults that follow from an invalid origin', () => {
    expect(faultsOf({ ...PUBLIC, ORIGIN: 'nowhere', RP_ID: 'example.com', TESTING: '1' })).toEqual([
      expect.stringMatching(/^ORIGIN must be a scheme/),
    ])
  })

  test('is formatted as a list', () => {
    expect(() => readConfig({ PORT: 'x', LIMIT_SCALE: '0' })).toThrow(
      /^The configuration has 2 faults:\n {2}- PORT .*\n {2}- LIMIT_SCALE .*$/,
    )
    expect(() => readConfig({ PORT: 'x' })).toThrow(/^The configuration has a fault:\n {2}- PORT .*$/)
  })

  test('V16.2.5 contains no secret', () => {
    const secrets = { SECRET: 'a-weak-one', RESEND_API_KEY: 're_very_private' }
    const said = faultsOf({ ...secrets, ORIGIN: 'http://id.example.com', MAIL_FROM: '', TESTING: '1' }).join('\n')
    expect(said).toContain('SECRET')
    for (const secret of Object.values(secrets)) expect(said).not.toContain(secret)
  })
})
