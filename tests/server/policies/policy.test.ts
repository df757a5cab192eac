import { expect, test } from 'vitest'
import { PolicyValue } from '#server/policies/policy.ts'
import { aPolicy } from '#tests/server/policies/policies.ts'

test.each([
  ['without a type of resource', {}],
  ['with one', { resourceType: 'purchase-order' }],
  ['with a wildcard', { actions: ['approve:*', 'read:people:names'] }],
  ['that is off', { enabled: false, effect: 'forbid' }],
])('accepts a policy %s', (_what, changes) => {
  const policy = { ...aPolicy(), ...changes }
  expect(PolicyValue.parse(policy)).toEqual(policy)
})

test.each([
  ['another effect', { effect: 'allow' }],
  ['no action', { actions: [] }],
  ['a star alone', { actions: ['*'] }],
  ['a star in the middle', { actions: ['read:*:names'] }],
  ['a type of resource that is no word', { resourceType: 'Purchase Order' }],
  ['no app', { app: '' }],
  ['an odd id', { id: 'a b' }],
  ['a condition that is none', { when: {} }],
  ['version 0', { version: 0 }],
  ['an unknown member', { code: 'x' }],
])('refuses a policy with %s', (_what, changes) => {
  expect(PolicyValue.safeParse({ ...aPolicy(), ...changes }).success).toBe(false)
})
