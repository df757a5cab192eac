'use client'

import { signInAgain } from '#app/_ui/api/sign-in-again.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Says why this session cannot be confirmed, and the way round: a new one. */
export function NoConfirmation() {
  const say = useWords('confirmation')
  const { run, pending, fault } = useAction(signInAgain)

  return (
    <>
      <p className="mb-2 text-soft">{say('cannot')}</p>
      <p className="mb-4 text-soft">{say('cannotHint')}</p>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-2 w-full">
        {say('signInAgain')}
      </Button>
    </>
  )
}
