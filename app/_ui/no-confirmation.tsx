'use client'

import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { useAction } from '#app/_ui/use-action.ts'

/** Says why this session cannot be confirmed, and the way round: a new one. */
export function NoConfirmation() {
  const { run, pending, fault } = useAction(async () => {
    await answer(api.session.$delete())
    window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname)}`)
  })

  return (
    <>
      <p className="mb-2 text-soft">
        This session cannot be confirmed: every passkey and code you have was made after it began, and could have been made by whoever holds it.
      </p>
      <p className="mb-4 text-soft">Sign out and sign in again with your passkey, or with your password if you have one. That counts, and brings you back here.</p>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-2 w-full">
        Sign out and in again
      </Button>
    </>
  )
}
