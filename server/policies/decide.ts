import { type Check, checkOf } from '#server/policies/evaluate.ts'
import type { Policy } from '#server/policies/policy.ts'
import type { PolicyRequest } from '#server/policies/request.ts'
import { isWildcard, prefixOf } from '#server/roles/permission.ts'

type Compiled = {
  id: string
  effect: Policy['effect']
  resourceType: string | undefined
  actions: ReadonlySet<string>
  /** What the actions begin with that its wildcards cover. */
  prefixes: readonly string[]
  check: Check
}
/** The enabled policies of each app, prepared once for many decisions. */
export type CompiledPolicies = ReadonlyMap<string, readonly Compiled[]>

export type Decision = {
  decision: 'allow' | 'deny'
  /** The ids of the policies that decided, sorted; none if no policy matched. */
  because: string[]
  /** The policies that were about this request and did not apply, because their condition met a fault. */
  errors: { policy: string; reason: string }[]
}

/** Prepares policies for `decide`. Their order does not matter. */
export function compile(policies: readonly Policy[]): CompiledPolicies {
  const enabled = policies.filter(({ enabled }) => enabled).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return new Map([...Map.groupBy(enabled, ({ app }) => app)].map(([app, own]) => [app, own.map(compileOne)]))
}

function compileOne({ id, effect, resourceType, actions, when }: Policy): Compiled {
  return {
    id,
    effect,
    resourceType,
    actions: new Set(actions.filter((action) => !isWildcard(action))),
    prefixes: actions.filter(isWildcard).map(prefixOf),
    check: checkOf(when),
  }
}

/**
 * Decides as Cedar does. Nothing is allowed without a permit that matches, and any forbid that matches denies. A policy whose
 * condition meets a fault does not apply and is reported.
 */
export function decide(policies: CompiledPolicies, request: PolicyRequest): Decision {
  const matched: Record<Policy['effect'], string[]> = { permit: [], forbid: [] }
  const errors: Decision['errors'] = []
  for (const policy of policies.get(request.app) ?? []) {
    if (!isAbout(policy, request)) continue
    const answer = policy.check(request.attributes)
    if (answer === true) matched[policy.effect].push(policy.id)
    else if (answer !== false) errors.push({ policy: policy.id, reason: answer.reason })
  }
  if (matched.forbid.length > 0) return { decision: 'deny', because: matched.forbid, errors }
  return { decision: matched.permit.length > 0 ? 'allow' : 'deny', because: matched.permit, errors }
}

function isAbout({ actions, prefixes, resourceType }: Compiled, request: PolicyRequest): boolean {
  if (resourceType !== undefined && resourceType !== request.resourceType) return false
  return actions.has(request.action) || prefixes.some((prefix) => request.action.startsWith(prefix))
}
