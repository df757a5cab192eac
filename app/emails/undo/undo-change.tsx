'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isDeadLink } from '#app/_ui/api/is-dead-link.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useHiddenToken } from '#app/_ui/browser/use-hidden-token.ts'
import { WordForm } from '#app/_ui/fields/word-form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { DeadUndoLink } from '#app/emails/undo/dead-undo-link.tsx'
import { Undone } from '#app/emails/undo/undone.tsx'

/** Asks for the word, and takes the change of addresses back. */
export function UndoChange({ token }: { token: string }) {
  const say = useWords('links')
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
      <h1 className="text-2xl">{say('undo.title')}</h1>
      <p className="mt-1.5 text-soft">{say('undo.intro')}</p>
      <ul className="mt-4 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say('undo.before')}</li>
        <li>{say('undo.sessions')}</li>
        <li>{say('allTold')}</li>
      </ul>
      <WordForm word="UNDO" action={say('undo.action')} pending={pending} fault={fault} onTyped={run} />
    </>
  )
}
