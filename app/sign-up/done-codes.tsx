'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { BackupCodes } from '#app/_ui/backup-codes/backup-codes.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { email: string; onShown: () => void; onKept: () => void }

/** Makes the first backup codes and shows them in place. */
export function DoneCodes({ email, onShown, onKept }: Props) {
  const say = useWords('signUp')
  const confirmed = useConfirmed()
  const [codes, setCodes] = useState<string[]>()
  const { run, pending, fault } = useAction(async () => {
    const made = await confirmed(() => answer(api['backup-codes'].$post()))
    setCodes(made.codes)
    onShown()
  })

  if (codes) return <BackupCodes codes={codes} account={email} onSaved={onKept} />
  return (
    <>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="w-full">
        {say('makeCodes')}
      </Button>
    </>
  )
}
