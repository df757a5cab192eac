import { type AuthorizationCall, isAuthorized } from '@cedar-policy/cedar-wasm/nodejs'
import { cedarTypeOf, toCedar } from '#server/policies/cedar.ts'
import type { Policy } from '#server/policies/policy.ts'
import type { Known } from '#server/policies/request.ts'
import type { Case } from '#tests/server/policies/judge/cases.ts'

/** What Cedar decides: the ids are sorted. */
export type Verdict = { decision: 'allow' | 'deny'; because: string[]; erring: string[] }

const DAY = 86_400_000

/** Asks Cedar, with a request that is built here from the case and not by the product. */
export function judgedByCedar({ policies, known, asked, ip }: Case): Verdict {
  const { user, session, env } = known
  const type = asked.resource?.type === undefined ? 'Resource' : cedarTypeOf(asked.resource.type)
  const [principal, resource, action] = [entity('Person', user.id), entity(type, 'it'), entity('Action', asked.action)]
  return ask({
    principal,
    action,
    resource,
    context: {
      env: {
        ...clockAt(env.now),
        app: env.app,
        ...(ip === undefined ? {} : { ip: { __extn: { fn: 'ip', arg: ip } } }),
      },
      session: sessionOf(session),
    },
    entities: [
      { uid: principal, attrs: { ...user, groups: [...user.groups], roles: [...user.roles] }, parents: [] },
      { uid: resource, attrs: asked.resource?.attributes ?? {}, parents: [] },
      { uid: action, attrs: {}, parents: groupsOf(asked.action) },
    ],
    policies: { staticPolicies: textsOf(policies) },
  })
}

function textsOf(policies: Policy[]): Record<string, string> {
  return Object.fromEntries(policies.map((policy) => [policy.id, toCedar(policy)]))
}

function ask(call: AuthorizationCall): Verdict {
  const answer = isAuthorized(call)
  if (answer.type === 'failure') throw new Error(`Cedar refuses the case: ${JSON.stringify(answer.errors)}`)
  const { decision, diagnostics } = answer.response
  return {
    decision,
    because: diagnostics.reason.toSorted(),
    erring: diagnostics.errors.map(({ policyId }) => policyId).toSorted(),
  }
}

/** The wildcards that cover an action: `read:*` and `read:a:*` for `read:a:b`. */
function groupsOf(action: string) {
  const parts = action.split(':')
  return parts.slice(1).map((_, at) => entity('Action', `${parts.slice(0, at + 1).join(':')}:*`))
}

function sessionOf(session: Known['session']) {
  if (session === undefined) return {}
  const { authAge, amr, ...others } = session
  return { ...others, amr: [...amr], ...(authAge === undefined ? {} : { authAge }) }
}

/** The first day of the epoch was a Thursday. */
function clockAt(now: number) {
  return { now, weekday: ((Math.floor(now / DAY) + 3) % 7) + 1, minutes: Math.floor((now % DAY) / 60_000) }
}

function entity(type: string, id: string) {
  return { type, id }
}
