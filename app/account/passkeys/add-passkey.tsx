'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { PasskeyAdded } from '#app/account/passkeys/passkey-added.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Plus } from '#app/_ui/marks/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { cancelPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

/** Creates another passkey, on this device or on one the browser can reach. `ids`: the passkeys of the account now. */
export function AddPasskey({ ids }: { ids: string[] }) {
  const say = useWords('passkeys')
  const general = useWords('components')
  const router = useRouter()
  const confirmed = useConfirmed()
  const { able, secure } = usePasskeyAbility()
  const [made, setMade] = useState<ShownPasskey>()
  // What is said of a passkey does not outlive it.
  const added = made && ids.includes(made.id) ? made : undefined
  useEffect(() => cancelPasskey, [])

  const { run, pending, fault, hint } = useAction(async () => {
    setMade(undefined)
    const { ceremony, options } = await confirmed(() => answer(api.passkeys.options.$post({ json: {} })))
    const { passkey } = await registerPasskey(options, (credential) =>
      answer(api.passkeys.$post({ json: { ceremony, credential } })),
    )
    setMade(passkey)
    router.refresh()
  })

  if (!able) return <Unsupported secure={secure} />
  return (
    <div className="mb-6 space-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look="primary" pending={pending} onClick={run}>
          {!pending && <Plus aria-hidden="true" className="size-5" />}
          {say('add.button')}
        </Button>
        <Status className="flex-1 basis-60 text-sm text-soft">
          {pending ? general('asking') : (hint ?? (!added && say('add.where')))}
        </Status>
      </div>
      <Fault>{fault}</Fault>
      <div role="status" className="empty:hidden">
        {added && <PasskeyAdded passkey={added} />}
      </div>
    </div>
  )
}
