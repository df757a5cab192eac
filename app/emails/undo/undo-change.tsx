'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { isDeadLink } from '#app/_ui/is-dead-link.ts'
import { useAction } from '#app/_ui/use-action.ts'
import { useHiddenToken } from '#app/_ui/use-hidden-token.ts'
import { WordForm } from '#app/_ui/word-form.tsx'
import { DeadUndoLink } from '#app/emails/undo/dead-undo-link.tsx'
import { Undone } from '#app/emails/undo/undone.tsx'

/** Asks for the word, and takes the change of addresses back. */
export function UndoChange({ token }: { token: string }) {
  const [outcome, setOutcome] = useState<'done' | 'dead'>()
  useHiddenToken('/emails/undo')
  const { run, pending, fault } = useAction(async () => {
    try {
      await answer(api.emails.undo.$post({ json: { token, word: 'UNDO' } }))
      setOutcome('done')
    } catch (thrown) {
      if (!isDeadLink(thrown)) throw thrown
      setOutcome('dead')
    }
  })

  if (outcome === 'done') return <Undone />
  if (outcome === 'dead') return <DeadUndoLink />
  return (
    <>
      <h1 className="text-2xl">Undo this change?</h1>
      <p className="mt-1.5 text-soft">The addresses of your account were changed, as the letter says. If that was not you, take it back here. You need not sign in for it.</p>
      <ul className="mt-4 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>The addresses become what they were before this change.</li>
        <li>Every session ends, on all devices. Your passkeys keep working.</li>
        <li>All your addresses are told.</li>
      </ul>
      <WordForm word="UNDO" action="Undo the change" pending={pending} fault={fault} onTyped={run} />
    </>
  )
}
