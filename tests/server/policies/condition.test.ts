import { describe, expect, test } from 'vitest'
import { ConditionValue } from '#server/policies/condition.ts'

const of = (attribute: string) => ({ attribute })
const AMOUNT = of('resource.amount')
const LEAF = { has: 'resource.amount' }

/** What the schema says about a condition: each message after its path. */
function faultsIn(condition: unknown): string[] {
  const { error } = ConditionValue.safeParse(condition)
  return (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
}

function nested(levels: number): object {
  return levels === 1 ? LEAF : { not: nested(levels - 1) }
}

describe('accepts', () => {
  test.each([
    ['comparisons', { all: [{ eq: [AMOUNT, 1] }, { lt: [1, AMOUNT] }, { gt: [AMOUNT, of('env.now')] }] }],
    ['a list', { in: [of('env.weekday'), [1, 2, 3]] }],
    ['a set', { in: ['finance', of('user.groups')] }],
    ['ranges', { in: [of('env.ip'), ['10.0.0.0/8', '2001:db8::/32', '::1']] }],
    ['a beginning', { prefix: [of('user.mailDomain'), 'it.'] }],
    ['nothing to meet', { all: [] }],
    ['attributes with odd names', { any: [{ has: 'resource.__proto__' }, { has: 'resource.if' }] }],
    ['8 levels', nested(8)],
    ['100 conditions', { any: Array(99).fill(LEAF) }],
    ['the largest safe integers', { in: [AMOUNT, [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]] }],
  ])('%s', (_what, condition) => {
    expect(faultsIn(condition)).toEqual([])
    expect(ConditionValue.parse(condition)).toEqual(condition)
  })
})

describe('refuses', () => {
  const one = 'must have one member: all, any, not or a comparison'
  test.each<[string, unknown, string]>([
    ['nothing', {}, one],
    ['two members', { has: 'user.id', not: LEAF }, one],
    ['an unknown member', { matches: [AMOUNT, '.*'] }, `Unrecognized key: "matches", ${one}`],
    [
      'an unknown member far inside',
      { all: [LEAF, { not: { regex: 1 } }] },
      `all.1.not: Unrecognized key: "regex", all.1.not: ${one}`,
    ],
    ['code', 'resource.amount < 5', 'Invalid input: expected object, received string'],
    [
      'an unknown attribute',
      { has: 'user.password' },
      'has: must be an attribute: user.…, resource.…, env.… or session.…',
    ],
    [
      'an inherited name',
      { has: 'user.constructor' },
      'has: must be an attribute: user.…, resource.…, env.… or session.…',
    ],
    [
      'a resource name with a dot',
      { has: 'resource.a.b' },
      'has: must be an attribute: user.…, resource.…, env.… or session.…',
    ],
    ['a fraction', { eq: [AMOUNT, 1.5] }, 'eq.1: must be a value or an attribute'],
    ['a number that is not safe', { eq: [AMOUNT, 2 ** 53] }, 'eq.1: Too big: expected int to be <=9007199254740991'],
    ['no value', { eq: [AMOUNT, null] }, 'eq.1: must be a value or an attribute'],
    ['half a character', { eq: [AMOUNT, '\ud800'] }, 'eq.1: must not have half a character'],
    [
      'a text of 501 characters',
      { eq: [AMOUNT, 'x'.repeat(501)] },
      'eq.1: Too big: expected string to have <=500 characters',
    ],
    ['an attribute with more members', { eq: [{ ...AMOUNT, or: 1 }, 1] }, 'eq.0: Unrecognized key: "or"'],
    ['101 values', { in: [AMOUNT, Array(101).fill(1)] }, 'in.1: must be at most 100 values, or an attribute'],
    ['9 levels', nested(9), `${Array(8).fill('not').join('.')}: must have at most 8 levels`],
    [
      '101 conditions',
      { any: [{ all: Array(50).fill(LEAF) }, { all: Array(48).fill(LEAF) }] },
      'must have at most 100 conditions',
    ],
    ['8,193 bytes', { in: [AMOUNT, Array(20).fill('é'.repeat(250))] }, 'must have at most 8192 bytes'],
  ])('%s', (_what, condition, fault) => {
    expect(faultsIn(condition).join(', ')).toBe(fault)
  })

  test('a condition of a hundred thousand levels, at once', () => {
    const text = `${'{"not":'.repeat(100_000)}{"has":"user.id"}${'}'.repeat(100_000)}`
    expect(faultsIn(JSON.parse(text))).toHaveLength(1)
  })

  test('a prototype that would bring members', () => {
    expect(faultsIn(JSON.parse('{"__proto__":{"has":"user.id"}}'))).toContain(one)
    expect(faultsIn(JSON.parse('{"has":"user.id","__proto__":{"not":{}}}'))).not.toEqual([])
  })
})

describe('refuses what could never apply:', () => {
  test.each<[unknown, string]>([
    [{ eq: [of('user.groups'), 'finance'] }, 'eq compares set with text'],
    [{ eq: [true, of('session.way')] }, 'eq compares boolean with text'],
    [{ eq: [of('env.ip'), '10.0.0.1'] }, 'env.ip is compared by in, with ranges like 10.0.0.0/8'],
    [{ eq: ['user.id', 'user.id'] }, 'eq needs an attribute'],
    [{ lt: [of('env.minutes'), '540'] }, 'lt needs integer, and this is text'],
    [{ gt: [of('session.mfaVerified'), 0] }, 'gt needs integer, and this is boolean'],
    [{ gt: [2, 1] }, 'gt needs an attribute'],
    [
      { in: [of('user.groups'), ['finance']] },
      'in looks for one value, and user.groups is a set: write the value first',
    ],
    [{ in: [of('env.ip'), ['10.0.0.0/33']] }, 'env.ip is in ranges like 10.0.0.0/8 or 2001:db8::/32'],
    [{ in: [of('env.ip'), [10]] }, 'env.ip is in ranges like 10.0.0.0/8 or 2001:db8::/32'],
    [{ in: [of('env.weekday'), ['monday']] }, 'in compares integer with text'],
    [{ in: ['ada', of('user.id')] }, 'in needs set, and this is text'],
    [{ in: [1, of('user.groups')] }, 'in needs text, and this is integer'],
    [{ in: [1, [1, 2]] }, 'in needs an attribute'],
    [{ prefix: [of('user.created'), '1'] }, 'prefix needs text, and this is integer'],
  ])('%j', (condition, fault) => {
    expect(faultsIn(condition)).toEqual([fault])
    expect(faultsIn({ not: condition })).toEqual([`not: ${fault}`])
  })
})
