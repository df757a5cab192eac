'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { PasskeyAdded } from '#app/account/passkeys/passkey-added.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { endPasskeyOffer } from '#app/_ui/browser/sign-in-memory.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { MonitorSmartphone, Plus } from '#app/_ui/marks/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { cancelPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

/** Creates another passkey: where the browser asks, or on a phone or a security key. `passkeys`: those of the account now. */
export function AddPasskey({ passkeys }: { passkeys: ShownPasskey[] }) {
  const say = useWords('passkeys')
  const general = useWords('components')
  const router = useRouter()
  const confirmed = useConfirmed()
  const { able, secure } = usePasskeyAbility()
  const [elsewhere, setElsewhere] = useState(false)
  const [made, setMade] = useState<string>()
  // What is said of a passkey does not outlive it, and changes with its name.
  const added = passkeys.find(({ id }) => id === made)
  useEffect(() => cancelPasskey, [])

  const { run, pending, fault, hint } = useAction(async (on: { elsewhere: boolean }) => {
    setMade(undefined)
    setElsewhere(on.elsewhere)
    const { ceremony, options } = await confirmed(() => answer(api.passkeys.options.$post({ json: on })))
    const { passkey } = await registerPasskey(options, async (credential) => {
      const added = await answer(api.passkeys.$post({ json: { ceremony, credential } }))
      if (credential.authenticatorAttachment === 'platform') endPasskeyOffer()
      return added
    })
    setMade(passkey.id)
    router.refresh()
  })

  if (!able) return <Unsupported secure={secure} />
  return (
    <div className="mb-6 space-y-3">
      <div className="flex flex-wrap gap-3">
        <Button
          look="primary"
          className="max-sm:w-full"
          pending={pending && !elsewhere}
          onClick={() => run({ elsewhere: false })}
        >
          {(!pending || elsewhere) && <Plus aria-hidden="true" className="size-5" />}
          {say('add.button')}
        </Button>
        <Button className="max-sm:w-full" pending={pending && elsewhere} onClick={() => run({ elsewhere: true })}>
          {(!pending || !elsewhere) && <MonitorSmartphone aria-hidden="true" className="size-5" />}
          {say('add.elsewhere')}
        </Button>
      </div>
      <Status className="text-sm text-soft">
        {pending ? general('asking') : (hint ?? (!added && say('add.where')))}
      </Status>
      <Fault>{fault}</Fault>
      <PasskeyAdded passkey={added} />
    </div>
  )
}
