'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isDeadLink } from '#app/_ui/api/is-dead-link.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useHiddenToken } from '#app/_ui/browser/use-hidden-token.ts'
import { WordForm } from '#app/_ui/fields/word-form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Cancelled } from '#app/recover/cancel/cancelled.tsx'
import { DeadCancelLink } from '#app/recover/cancel/dead-cancel-link.tsx'

/** Asks for the word, and cancels the recovery that the letter was about. A link that is not `live` says so at once. */
export function CancelByLink({ token, live }: { token: string; live: boolean }) {
  const say = useWords('links')
  const [outcome, setOutcome] = useState<'done' | 'dead' | undefined>(live ? undefined : 'dead')
  useHiddenToken('/recover/cancel')
  const { run, pending, fault } = useAction(async () => {
    try {
      await answer(api.recovery.cancel.$post({ json: { token, word: 'CANCEL' } }))
      setOutcome('done')
    } catch (thrown) {
      if (!isDeadLink(thrown)) throw thrown
      setOutcome('dead')
    }
  })

  if (outcome === 'done') return <Cancelled />
  if (outcome === 'dead') return <DeadCancelLink />
  return (
    <>
      <h1 className="text-2xl">{say('cancel.title')}</h1>
      <p className="mt-1.5 text-soft">{say('cancel.intro')}</p>
      <ul className="mt-4 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say('cancel.stays')}</li>
        <li>{say('allTold')}</li>
        <li>{say('cancel.fromStart')}</li>
      </ul>
      <WordForm word="CANCEL" action={say('cancel.action')} pending={pending} fault={fault} onTyped={run} />
    </>
  )
}
