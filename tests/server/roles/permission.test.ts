import { describe, expect, test } from 'vitest'
import { isGrant, isPermission, matches } from '#server/roles/permission.ts'

const PERMISSIONS = [
  'read:people',
  'end:sessions',
  'approve:invoices:large',
  'a:b:c:d',
  'a1-b:2-c',
  `a:${'b'.repeat(98)}`,
]
const WILDCARDS = ['read:*', 'read:people:*', 'a:b:c:*']
const NEITHER = [
  '',
  'read',
  '*',
  '*:people',
  'read:*:names',
  'read:people*',
  'read:',
  ':people',
  'a:b:c:d:e',
  'a:b:c:d:*',
  'Read:people',
  '1read:people',
  'read:péople',
  'read:people\n',
  ' read:people',
  'read people',
  'read::people',
  'read:**',
  `a:${'b'.repeat(99)}`,
  `${'a'.repeat(99)}:*`,
]

test.each(PERMISSIONS)('%j is a permission and can be granted', (text) => {
  expect([isPermission(text), isGrant(text)]).toEqual([true, true])
})

test.each(WILDCARDS)('%j can be granted but is no permission', (text) => {
  expect([isPermission(text), isGrant(text)]).toEqual([false, true])
})

test.each(NEITHER)('%j is neither', (text) => {
  expect([isPermission(text), isGrant(text)]).toEqual([false, false])
})

describe('a grant', () => {
  test.each([
    ['read:people', 'read:people'],
    ['read:*', 'read:people'],
    ['read:*', 'read:people:names'],
    ['read:people:*', 'read:people:names'],
  ])('%s covers %s', (grant, permission) => {
    expect(matches(grant, permission)).toBe(true)
  })

  test.each([
    ['read:people', 'read:people:names'],
    ['read:people:names', 'read:people'],
    ['read:people:*', 'read:people'],
    ['read:people:*', 'read:peoples:names'],
    ['read:*', 'reading:people'],
    ['read:*', 'write:people'],
  ])('%s does not cover %s', (grant, permission) => {
    expect(matches(grant, permission)).toBe(false)
  })
})
