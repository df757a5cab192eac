'use client'

import { useEffect } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { cancelPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Signed in with two codes: offers a passkey for next time, if this device is the person's own. */
export function OfferStep() {
  const say = useWords('recover')
  const general = useWords('components')
  const { able } = usePasskeyAbility()
  useEffect(() => cancelPasskey, [])
  const { run, pending, fault, hint } = useAction(async () => {
    const { ceremony, options } = await answer(api.passkeys.options.$post({ json: {} }))
    await registerPasskey(options, (credential) => answer(api.passkeys.$post({ json: { ceremony, credential } })))
    leave()
  })

  return (
    <>
      <StepHeading>{say('offer.title')}</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">{say(able ? 'offer.yours' : 'offer.unable')}</p>
      <Fault>{fault}</Fault>
      {able && (
        <>
          <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
            {!pending && <KeyRound aria-hidden="true" className="size-5" />}
            {say('offer.add')}
          </Button>
          <Status className="mt-3 text-center text-sm text-soft">
            {pending ? general('asking') : (hint ?? general('willAsk'))}
          </Status>
        </>
      )}
      <Button look={able ? 'secondary' : 'primary'} className="mt-4 w-full" onClick={leave}>
        {say(able ? 'offer.notHere' : 'offer.toAccount')}
      </Button>
      <p className="mt-5 border-t border-line pt-4 text-sm text-soft">{say('offer.twelveHours')}</p>
    </>
  )
}

/** A whole new page: everything kept from before signing in goes. */
function leave(): void {
  window.location.assign('/account')
}
