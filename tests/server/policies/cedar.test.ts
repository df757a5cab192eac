import { formatPolicies, policyToJson } from '@cedar-policy/cedar-wasm/nodejs'
import { describe, expect, test } from 'vitest'
import { cedarTypeOf, toCedar } from '#server/policies/cedar.ts'
import type { Condition } from '#server/policies/condition.ts'
import { aPolicy } from '#tests/server/policies/policies.ts'

const of = (attribute: string) => ({ attribute })

/** What a policy's condition is in Cedar. */
function conditionOf(when: Condition): string {
  const [, condition = ''] = /\nwhen \{ ([^\n]*) \};\n$/.exec(toCedar(aPolicy({ when }))) ?? []
  return condition
}

test('writes a whole policy', () => {
  const text = toCedar(
    aPolicy({ effect: 'forbid', actions: ['approve:*', 'read:people'], resourceType: 'purchase-order' }),
  )
  expect(text).toBe(`@id("p1")
forbid (principal, action in [Action::"approve:*", Action::"read:people"], resource is Resource::Purchase_order)
when { context.env.app == "billing" }
when { true };
`)
})

test('a disabled policy never matches', () => {
  expect(toCedar(aPolicy({ enabled: false }))).toContain('\nwhen { false }\n')
})

describe('writes', () => {
  test.each<[Condition, string]>([
    [{ any: [] }, 'false'],
    [{ all: [{ has: 'env.ip' }, { not: { has: 'resource.if' } }] }, '(context.env has "ip") && (!(resource has "if"))'],
    [{ eq: [of('resource.owner'), of('user.id')] }, 'resource["owner"] == principal["id"]'],
    [{ gt: [of('resource.amount'), -5] }, 'resource["amount"] > -5'],
    [{ lt: [0, of('session.authAge')] }, '0 < context.session["authAge"]'],
    [{ in: [of('resource.a'), ['x', 1, true]] }, '["x", 1, true].contains(resource["a"])'],
    [{ in: ['x', of('user.groups')] }, 'principal["groups"].contains("x")'],
    [{ in: [of('env.ip'), []] }, '[].contains(context.env["ip"])'],
    [
      { in: [of('env.ip'), ['10.0.0.1', '2001:DB8::/32']] },
      'context.env["ip"].isInRange(ip("10.0.0.1/32")) || context.env["ip"].isInRange(ip("2001:db8::/32"))',
    ],
    [{ prefix: [of('user.mailDomain'), 'a*"b\\'] }, String.raw`principal["mailDomain"] like "a\*\"b\\*"`],
    [{ eq: [of('user.id'), 'a"\\\n\u202e\u0000é'] }, String.raw`principal["id"] == "a\"\\\u{a}\u{202e}\u{0}é"`],
  ])('%j', (when, text) => {
    expect(conditionOf(when)).toBe(text)
    expect(policyToJson(toCedar(aPolicy({ when }))).type).toBe('success')
  })
})

test('a value cannot end the policy and begin another one', () => {
  const attack = '"); };\npermit(principal, action, resource);//'
  const text = toCedar(aPolicy({ when: { eq: [of('user.id'), attack] }, app: attack, id: attack, actions: [attack] }))
  // It reads one policy and no more.
  expect(policyToJson(text).type).toBe('success')
  expect(formatPolicies({ policyText: text }).type).toBe('success')
})

test('each type of resource has a Cedar type of its own, also one with a reserved name', () => {
  const types = ['if', 'in', 'true', 'a-b', 'ab', 'a--b', 'a1', 'a-1']
  const named = types.map(cedarTypeOf)
  expect(new Set(named).size).toBe(types.length)
  const read = types.map((resourceType) => policyToJson(toCedar(aPolicy({ resourceType }))).type)
  expect(new Set(read)).toEqual(new Set(['success']))
})
