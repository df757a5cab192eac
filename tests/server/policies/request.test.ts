import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AskedValue } from '#server/policies/asked.ts'
import { requestOf } from '#server/policies/request.ts'
import { forGenerated } from '#tests/helpers/generated.ts'
import { answerTo, ASKED, known } from '#tests/server/policies/policies.ts'

const VERIFIED = { eq: [{ attribute: 'session.mfaVerified' }, true] } as const
const weak = known({ session: { mfaVerified: false } })
const NAMES = [
  'mfaVerified',
  'session',
  'session.mfaVerified',
  'env.ip',
  'user',
  'user.id',
  '__proto__',
  'constructor',
  '',
]

/** The attributes of a request that Latchkey alone decides. */
function own(attributes: ReadonlyMap<string, unknown>): [string, unknown][] {
  return [...attributes].filter(([name]) => !name.startsWith('resource.'))
}

test('has what Latchkey knows, and what the app sends under resource', () => {
  const { attributes, ...others } = requestOf(known(), ASKED)
  expect(others).toEqual({ app: 'billing', action: 'approve:invoices', resourceType: 'invoice' })
  expect(Object.fromEntries(attributes)).toEqual({
    'user.id': 'ada',
    'user.groups': new Set(['finance']),
    'user.roles': new Set(['editor']),
    'user.mailDomain': 'example.org',
    'user.created': 0,
    'session.mfaVerified': true,
    'session.userVerified': true,
    'session.amr': new Set(['hwk', 'user']),
    'session.authAge': 60_000,
    'session.way': 'passkey',
    'env.now': Date.UTC(2026, 10, 29, 8, 30),
    'env.weekday': 7,
    'env.minutes': 570,
    'env.ip': expect.objectContaining({ text: '10.0.0.7' }),
    'env.app': 'billing',
    'resource.amount': 500,
    'resource.owner': 'ada',
    'resource.tags': new Set(['travel']),
  })
})

describe('a caller is never believed about the session', () => {
  test.each(NAMES)('when it sends %j about a resource', (name) => {
    const attributes = Object.fromEntries([[name, true]])
    expect(answerTo(VERIFIED, { ...ASKED, resource: { attributes } }, weak)).toBe(false)
  })

  test.each([
    ['a session', { session: { mfaVerified: true } }],
    ['a person', { user: { id: 'root' } }],
    ['an environment', { env: { ip: '10.0.0.1' } }],
    ['attributes beside the resource', { attributes: { 'session.mfaVerified': true } }],
    ['a prototype', { __proto__: { session: { mfaVerified: true } } }],
    ['a session of the resource', { resource: { session: { mfaVerified: true } } }],
    ['a record as an attribute', { resource: { attributes: { session: { mfaVerified: true } } } }],
  ])('when it sends %s: the question is refused or changes nothing', (_what, more) => {
    const asked = { ...ASKED, ...more }
    const { success, data } = AskedValue.safeParse(asked)
    expect(answerTo(VERIFIED, success ? data : (asked as typeof ASKED), weak)).toBe(false)
    expect(success && Object.keys(data).length > 2).toBe(false)
  })

  test('whatever it sends, as far as the question is valid', async () => {
    const value = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.array(fc.string()))
    const names = fc.oneof(fc.constantFrom(...NAMES), fc.string())
    const sent = fc
      .array(fc.tuple(names, value))
      .map((all) => ({ ...ASKED, resource: { attributes: Object.fromEntries(all) } }))
    await forGenerated(sent, 500, (asked) => {
      expect(own(requestOf(weak, asked).attributes)).toEqual(own(requestOf(weak, { action: ASKED.action }).attributes))
    })
  })
})

test('without a session, everything about it is missing', () => {
  expect(answerTo(VERIFIED, ASKED, known({ session: null }))).toBe('session.mfaVerified is missing')
  expect(answerTo({ has: 'session.way' }, ASKED, known({ session: null }))).toBe(false)
})

test('the age of a proof that was never given is missing', () => {
  const when = { lt: [{ attribute: 'session.authAge' }, 1] } as const
  expect(answerTo(when, ASKED, known({ session: { authAge: undefined } }))).toBe('session.authAge is missing')
})

describe('a question', () => {
  test.each<[string, unknown]>([
    ['about no resource', { action: 'read:people' }],
    ['about a resource without attributes', { action: 'read:people', resource: { type: 'person' } }],
    [
      'with every kind of value',
      { action: 'read:a', resource: { attributes: { a: 'x', b: true, c: -1, d: [], e: ['x'] } } },
    ],
    ['with 50 attributes', { action: 'read:a', resource: { attributes: attributesOf(50) } }],
  ])('%s is accepted', (_what, asked) => {
    expect(AskedValue.parse(asked)).toEqual(asked)
  })

  test.each<[string, unknown]>([
    ['without an action', { resource: {} }],
    ['for a wildcard', { action: 'read:*' }],
    ['with a type that is no word', { action: 'read:a', resource: { type: 'Invoice' } }],
    ['with a fraction', { action: 'read:a', resource: { attributes: { a: 0.1 } } }],
    ['with a number that is not safe', { action: 'read:a', resource: { attributes: { a: 2 ** 53 } } }],
    ['with half a character', { action: 'read:a', resource: { attributes: { a: ['\udc00'] } } }],
    ['with a set of numbers', { action: 'read:a', resource: { attributes: { a: [1] } } }],
    ['with no value', { action: 'read:a', resource: { attributes: { a: null } } }],
    ['with a name that no condition can write', { action: 'read:a', resource: { attributes: { 'a.b': 1 } } }],
    ['with 51 attributes', { action: 'read:a', resource: { attributes: attributesOf(51) } }],
  ])('%s is refused', (_what, asked) => {
    expect(AskedValue.safeParse(asked).success).toBe(false)
  })
})

function attributesOf(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at]))
}
