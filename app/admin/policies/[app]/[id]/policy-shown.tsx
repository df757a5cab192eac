import type { ReactNode } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'
import type { Policy } from '#app/_web/admin-access.ts'
import { words } from '#app/_web/words.tsx'

/** A policy for somebody who changes nothing. */
export async function PolicyShown({ policy }: { policy: Policy }) {
  const say = await words('adminPolicies')
  const { effect, actions, resourceType, when, enabled } = policy
  return (
    <Card>
      <dl className="divide-y divide-line">
        <Fact name={say('effect')}>{`${say(`effects.${effect}`)} · ${say(enabled ? 'on' : 'off')}`}</Fact>
        <Fact name={say('actions')}>{actions.join(', ')}</Fact>
        {resourceType !== undefined && <Fact name={say('type')}>{resourceType}</Fact>}
        <Fact name={say('when')}>
          <pre className="font-mono text-sm leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
            {JSON.stringify(when, null, 2)}
          </pre>
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="px-5 py-3.5 sm:flex sm:gap-4">
      <dt className="text-soft sm:w-48 sm:shrink-0">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] max-sm:mt-1">{children}</dd>
    </div>
  )
}
