'use client'

import { outcomeOf } from '#app/admin/policies/try/outcome-of.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Card } from '#app/_ui/lists/card.tsx'
import { CircleAlert, CircleCheck } from '#app/_ui/marks/icons.ts'
import type { TriedDecision } from '#app/_web/admin-access.ts'

/** Roles stand among the policies under this. No policy has such a key. */
const ROLE = 'role:'

/** A decision, why it is so, and what became of each rule. */
export function DecisionShown({ tried }: { tried: TriedDecision }) {
  const say = useWords('adminPolicies')
  const { decision, because, groups, roles, policies } = tried
  const Icon = decision ? CircleCheck : CircleAlert
  const nameOf = (rule: string) =>
    rule.startsWith(ROLE) ? say('try.role', { key: rule.slice(ROLE.length) }) : say('try.policy', { key: rule })
  const why = because.length === 0 ? 'nothing' : decision ? 'allowed' : 'denied'

  return (
    <Card className="p-5">
      <div className="flex gap-3.5">
        <Icon
          aria-hidden="true"
          className={`mt-0.5 size-6 shrink-0 ${decision ? 'text-link' : 'text-danger'}`}
          strokeWidth={1.9}
        />
        <div className="min-w-0">
          <p className="text-lg font-semibold">{say(decision ? 'try.allowed' : 'try.denied')}</p>
          <p className="[overflow-wrap:anywhere]">
            {say(`try.because.${why}`, { rules: because.map(nameOf).join(', ') })}
          </p>
        </div>
      </div>
      <div className="mt-4 space-y-1 text-sm [overflow-wrap:anywhere] text-soft">
        <p>{groups.length > 0 ? say('try.groups', { names: groups.join(', ') }) : say('try.noGroups')}</p>
        <p>{roles.length > 0 ? say('try.roles', { names: roles.join(', ') }) : say('try.noRoles')}</p>
        <p>{say('try.session')}</p>
      </div>
      {policies.length > 0 && (
        <>
          <h3 className="mt-5 mb-1 font-semibold">{say('try.rules')}</h3>
          <ul className="divide-y divide-line">
            {policies.map(({ policy, effect, outcome }) => (
              <li key={policy} className="py-2.5">
                <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                  <span className="font-medium [overflow-wrap:anywhere]">
                    {policy.startsWith(ROLE) ? say('try.asRole', { key: policy.slice(ROLE.length) }) : policy}
                  </span>
                  <Badge tone={effect === 'permit' ? 'good' : 'warn'}>{say(`effects.${effect}`)}</Badge>
                </div>
                <p className="text-sm text-soft">{outcomeOf(say, { effect, outcome })}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
