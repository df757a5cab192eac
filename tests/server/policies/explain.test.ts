import { describe, expect, test } from 'vitest'
import type { Condition } from '#server/policies/condition.ts'
import { compile, decide } from '#server/policies/decide.ts'
import { explain } from '#server/policies/explain.ts'
import { requestOf } from '#server/policies/request.ts'
import { forGenerated } from '#tests/helpers/generated.ts'
import { cases } from '#tests/server/policies/judge/cases.ts'
import { aPolicy, ASKED, known } from '#tests/server/policies/policies.ts'

const of = (attribute: string) => ({ attribute })
const small = { lt: [of('resource.amount'), 1_000] } satisfies Condition
const large = { gt: [of('resource.amount'), 1_000] } satisfies Condition
const fault = { eq: [of('resource.nothing'), 1] } satisfies Condition

function explained(changes: Parameters<typeof aPolicy>[0]) {
  const { policies } = explain([aPolicy(changes)], requestOf(known(), ASKED))
  return policies[0]
}

test('tells what became of each policy, in the order of their ids', () => {
  const policies = [aPolicy({ id: 'b', when: small }), aPolicy({ id: 'a', effect: 'forbid', when: large })]
  expect(explain(policies, requestOf(known(), ASKED))).toEqual({
    decision: 'allow',
    because: ['b'],
    errors: [],
    policies: [
      {
        policy: 'a',
        effect: 'forbid',
        outcome: 'unmatched',
        settledBy: [{ at: '', comparison: large, answer: false }],
      },
      { policy: 'b', effect: 'permit', outcome: 'matched', settledBy: [{ at: '', comparison: small, answer: true }] },
    ],
  })
})

describe('a policy that is not about the request', () => {
  test.each([
    ['disabled', { enabled: false }],
    ['other_app', { app: 'payroll' }],
    ['other_action', { actions: ['read:*'] }],
    ['other_resource_type', { resourceType: 'order' }],
  ])('has the outcome %s', (outcome, changes) => {
    expect(explained({ when: fault, ...changes })).toMatchObject({ outcome, settledBy: [] })
  })
})

describe('names what settled a condition', () => {
  test.each<[string, Condition, string[]]>([
    ['each of all', { all: [small, { has: 'user.id' }] }, ['all.0 true', 'all.1 true']],
    ['the first of all that is not', { all: [small, large, fault] }, ['all.1 false']],
    ['the first of any that is', { any: [large, small, fault] }, ['any.1 true']],
    ['each of any that is not', { any: [large, large] }, ['any.0 false', 'any.1 false']],
    ['a fault', { all: [small, { not: fault }, large] }, ['all.1.not resource.nothing is missing']],
    ['nothing of an empty list', { all: [] }, []],
  ])('%s', (_what, when, settled) => {
    expect(explained({ when })?.settledBy.map(({ at, answer }) => `${at} ${answer}`)).toEqual(settled)
  })
})

test('agrees with the decision, whatever the policies are', async () => {
  await forGenerated(cases(), 300, ({ policies, known, asked }) => {
    const request = requestOf(known, asked)
    const { policies: all, ...decision } = explain(policies, request)
    const idsOf = (outcome: string, effect?: string) =>
      all
        .filter((each) => each.outcome === outcome && (effect ?? each.effect) === each.effect)
        .map(({ policy }) => policy)
    const decisive = idsOf('matched', 'forbid').length > 0 ? 'forbid' : 'permit'
    expect(decision).toEqual(decide(compile(policies), request))
    expect(decision.because).toEqual(idsOf('matched', decisive))
    expect(decision.errors.map(({ policy }) => policy)).toEqual(idsOf('fault'))
  })
})
