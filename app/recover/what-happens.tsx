'use client'

import { useWords } from '#app/_ui/language/words.tsx'

const CASES = ['passkey', 'code', 'mailbox', 'started', 'completed', 'session'] as const

/** What happens when something is lost, or when somebody else has it. Closed until it is asked for. */
export function WhatHappens() {
  const say = useWords('recover')
  return (
    <details className="mt-6 border-t border-line pt-4 text-sm">
      <summary className="cursor-pointer font-medium text-link">{say('when.title')}</summary>
      <dl className="mt-3 space-y-3">
        {CASES.map((which) => (
          <div key={which}>
            <dt className="font-medium text-ink">{say(`when.${which}.what`)}</dt>
            <dd className="text-soft">{say(`when.${which}.todo`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
