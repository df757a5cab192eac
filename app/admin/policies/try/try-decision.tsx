'use client'

import { useState } from 'react'
import { PersonFinder } from '#app/admin/_access/person-finder.tsx'
import { DecisionForm } from '#app/admin/policies/try/decision-form.tsx'
import { DecisionShown } from '#app/admin/policies/try/decision-shown.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'
import type { TriedDecision } from '#app/_web/admin-access.ts'

/** Finds a person, asks about an action, and shows the decision with its reasons. */
export function TryDecision() {
  const say = useWords('adminPolicies')
  const [person, setPerson] = useState<ListedPerson>()
  const [tried, setTried] = useState<TriedDecision>()

  function pick(picked: ListedPerson | undefined) {
    setTried(undefined)
    setPerson(picked)
  }

  return (
    <div className="space-y-6">
      <SectionCard title={say('try.person')}>
        {person ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 font-medium [overflow-wrap:anywhere]">
              <AddressText address={person.email} />
            </p>
            <Button size="small" onClick={() => pick(undefined)}>
              {say('try.another')}
            </Button>
          </div>
        ) : (
          <PersonFinder act={say('try.choose')} label={(whom) => say('try.chooseLabel', { whom })} onPick={pick} />
        )}
      </SectionCard>
      {person && <DecisionForm person={person.id} onTried={setTried} />}
      <div role="status">{tried && <DecisionShown tried={tried} />}</div>
    </div>
  )
}
