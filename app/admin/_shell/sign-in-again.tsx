'use client'

import { signInAgain } from '#app/_ui/api/sign-in-again.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'

/** Ends this session, and leads back here by signing in. */
export function SignInAgain() {
  const say = useWords('admin')
  const { run, pending, fault } = useAction(signInAgain)
  return (
    <>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run}>
        {say('closed.passkeyOnly.act')}
      </Button>
    </>
  )
}
