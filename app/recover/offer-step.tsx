'use client'

import { useEffect } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { KeyRound } from '#app/_ui/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkey-ability.ts'
import { cancelPasskey } from '#app/_ui/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/register-passkey.ts'
import { Status } from '#app/_ui/status.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'
import { useAction } from '#app/_ui/use-action.ts'

/** Signed in with two codes: offers a passkey for next time, if this device is the person's own. */
export function OfferStep() {
  const { able } = usePasskeyAbility()
  useEffect(() => cancelPasskey, [])
  const { run, pending, fault } = useAction(async () => {
    const { ceremony, options } = await answer(api.passkeys.options.$post({ json: {} }))
    await registerPasskey(options, (credential) => answer(api.passkeys.$post({ json: { ceremony, credential } })))
    leave()
  })

  return (
    <>
      <StepHeading>You’re in</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">
        {able ? 'Is this your own device? Then make a passkey on it, and next time you need no codes.' : 'This browser cannot keep a passkey. Add one from a device of your own soon.'}
      </p>
      <Fault>{fault}</Fault>
      {able && (
        <>
          <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
            {!pending && <KeyRound aria-hidden="true" className="size-5" />}
            Add a passkey on this device
          </Button>
          <Status className="mt-3 text-center text-sm text-soft">
            {pending ? 'Look for the window of your browser or device.' : 'Your device will ask for your fingerprint, face or screen lock.'}
          </Status>
        </>
      )}
      <Button look={able ? 'secondary' : 'primary'} className="mt-4 w-full" onClick={leave}>
        {able ? 'Not on this computer' : 'Go to your account'}
      </Button>
      <p className="mt-5 border-t border-line pt-4 text-sm text-soft">This session ends by itself after 12 hours. If the computer is not yours, sign out before you leave it.</p>
    </>
  )
}

/** A whole new page: everything kept from before signing in goes. */
function leave(): void {
  window.location.assign('/account')
}
