'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { WordForm } from '#app/_ui/fields/word-form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Deletes the account once the word was typed, and says goodbye with a whole new page. */
export function DeleteForm({ onClose }: { onClose: () => void }) {
  const say = useWords('data')
  const confirmed = useConfirmed()
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.account.$delete()))
    window.location.assign('/goodbye')
  })

  return (
    <>
      <Facts>
        <li>{say('signedOut')}</li>
        <li>{say('sevenDays')}</li>
        <li>{say('allGoes')}</li>
        <li>{say('letters')}</li>
      </Facts>
      <WordForm
        word="DELETE"
        look="danger"
        action={say('deleteNow')}
        pending={pending}
        fault={fault}
        onTyped={run}
        keep={{ say: say('keep'), onKeep: onClose }}
      />
    </>
  )
}
