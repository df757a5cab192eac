import { describe, expect, test } from 'vitest'
import { aPolicy, ASKED, decided, known } from '#tests/server/policies/policies.ts'

const MISSING = { eq: [{ attribute: 'resource.nothing' }, 1] } as const
const NEVER = { any: [] }

test('denies without a policy', () => {
  expect(decided([])).toEqual({ decision: 'deny', because: [], errors: [] })
})

test('allows by every permit that matches, and names them', () => {
  const policies = [aPolicy({ id: 'b' }), aPolicy({ id: 'a' }), aPolicy({ id: 'c', when: NEVER })]
  expect(decided(policies)).toEqual({ decision: 'allow', because: ['a', 'b'], errors: [] })
})

test('one forbid that matches beats every permit', () => {
  const policies = [aPolicy({ id: 'a' }), aPolicy({ id: 'b', effect: 'forbid' }), aPolicy({ id: 'c' })]
  expect(decided(policies)).toEqual({ decision: 'deny', because: ['b'], errors: [] })
})

test('a forbid alone denies, and is named', () => {
  expect(decided([aPolicy({ effect: 'forbid' })])).toEqual({ decision: 'deny', because: ['p1'], errors: [] })
})

test('the order of policies changes nothing', () => {
  const policies = [
    aPolicy({ id: 'a' }),
    aPolicy({ id: 'b', when: MISSING }),
    aPolicy({ id: 'c', effect: 'forbid' }),
    aPolicy({ id: 'd', effect: 'forbid', when: MISSING }),
  ]
  expect(decided(policies.toReversed())).toEqual(decided(policies))
  expect(decided(policies).errors.map(({ policy }) => policy)).toEqual(['b', 'd'])
})

test.each(['permit', 'forbid'] as const)(
  'a %s whose condition has no answer does not apply, and is reported',
  (effect) => {
    const policies = [aPolicy({ id: 'a', effect, when: MISSING }), aPolicy({ id: 'b' })]
    expect(decided(policies)).toEqual({
      decision: 'allow',
      because: ['b'],
      errors: [{ policy: 'a', reason: 'resource.nothing is missing' }],
    })
  },
)

describe('a policy is not even asked', () => {
  test.each([
    ['when it is disabled', { enabled: false }],
    ['when it is of another app', { app: 'payroll' }],
    ['about another action', { actions: ['approve:orders', 'read:*', 'approve:invoices:*'] }],
    ['about another type of resource', { resourceType: 'order' }],
  ])('%s', (_what, changes) => {
    const policies = [aPolicy(changes), aPolicy({ id: 'p2', when: MISSING, ...changes })]
    expect(decided(policies)).toEqual({ decision: 'deny', because: [], errors: [] })
  })
})

test.each([
  ['a wildcard', { actions: ['read:*', 'approve:*'] }],
  ['its type of resource', { resourceType: 'invoice' }],
])('a policy is found by %s', (_what, changes) => {
  expect(decided([aPolicy(changes)]).because).toEqual(['p1'])
})

test('a policy about a type of resource is not about no resource', () => {
  const asked = { action: ASKED.action }
  expect(decided([aPolicy({ resourceType: 'invoice' })], asked).decision).toBe('deny')
  expect(decided([aPolicy()], asked).decision).toBe('allow')
})

test('an app is the one that asks, and not one that it names', () => {
  const asked = { ...ASKED, resource: { attributes: { app: 'payroll' } } }
  expect(decided([aPolicy({ app: 'payroll' })], asked, known()).decision).toBe('deny')
})
