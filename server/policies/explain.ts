import type { Comparison, Condition } from '#server/policies/condition.ts'
import { compile, type Decision, decide } from '#server/policies/decide.ts'
import { checkOf } from '#server/policies/evaluate.ts'
import type { Policy } from '#server/policies/policy.ts'
import type { PolicyRequest } from '#server/policies/request.ts'
import type { Attributes } from '#server/policies/values.ts'
import { matches } from '#server/roles/permission.ts'

/** A comparison that settled a condition: where it is, like `all.1.not`, and what it said, or why it had no answer. */
type Settled = { at: string; comparison: Comparison; answer: boolean | string }

/** What can become of a policy. */
export const OUTCOMES = [
  'matched',
  'unmatched',
  'fault',
  'disabled',
  'other_app',
  'other_action',
  'other_resource_type',
] as const

export type Explained = {
  policy: string
  effect: Policy['effect']
  /** Why the policy had a say, or none. Only `matched` and `fault` change or could have changed the decision. */
  outcome: (typeof OUTCOMES)[number]
  /** What settled its condition, from left to right; empty if it was not evaluated, or is always the same. */
  settledBy: Settled[]
}

/** Decides as `decide` does, and tells what became of each policy, in the order of their ids. */
export function explain(policies: readonly Policy[], request: PolicyRequest): Decision & { policies: Explained[] } {
  const explained = policies.map((policy) => explainOne(policy, request))
  return {
    ...decide(compile(policies), request),
    policies: explained.toSorted((a, b) => (a.policy < b.policy ? -1 : 1)),
  }
}

function explainOne(policy: Policy, request: PolicyRequest): Explained {
  const { id, effect, when } = policy
  const silent = silenceOf(policy, request)
  if (silent !== undefined) return { policy: id, effect, outcome: silent, settledBy: [] }
  const answer = checkOf(when)(request.attributes)
  const outcome = typeof answer === 'boolean' ? (answer ? 'matched' : 'unmatched') : 'fault'
  return { policy: id, effect, outcome, settledBy: settledBy(when, request.attributes, '') }
}

/** Returns why a policy is not about a request, or nothing. */
function silenceOf(policy: Policy, request: PolicyRequest): Explained['outcome'] | undefined {
  if (!policy.enabled) return 'disabled'
  if (policy.app !== request.app) return 'other_app'
  if (!policy.actions.some((granted) => matches(granted, request.action))) return 'other_action'
  const isAnyType = policy.resourceType === undefined || policy.resourceType === request.resourceType
  return isAnyType ? undefined : 'other_resource_type'
}

/** Returns the comparisons without which the condition could have said something else. */
function settledBy(condition: Condition, attributes: Attributes, at: string): Settled[] {
  if ('all' in condition) return settledInList(condition.all, true, attributes, `${at}all.`)
  if ('any' in condition) return settledInList(condition.any, false, attributes, `${at}any.`)
  if ('not' in condition) return settledBy(condition.not, attributes, `${at}not.`)
  const answer = checkOf(condition)(attributes)
  return [{ at: at.slice(0, -1), comparison: condition, answer: typeof answer === 'boolean' ? answer : answer.reason }]
}

/** The first condition that does not let the list go on settles it alone; without one, all of them do. */
function settledInList(list: readonly Condition[], goesOn: boolean, attributes: Attributes, at: string): Settled[] {
  const last = list.findIndex((each) => checkOf(each)(attributes) !== goesOn)
  return list.flatMap((each, index) =>
    last === -1 || last === index ? settledBy(each, attributes, `${at}${index}.`) : [],
  )
}
