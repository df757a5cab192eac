'use client'

import type { ReactNode } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import type { ButtonLook } from '#app/_ui/controls/button-look.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'

/** Says why a fresh code is needed, and sends it to the address that is already known. */
export function FreshCode({
  email,
  go,
  look = 'primary',
  children,
}: {
  email: string
  go: Go
  look?: ButtonLook
  children: ReactNode
}) {
  const say = useWords('recover')
  const { run, pending, fault } = useAction(async () => go(await sendCode(email)))
  return (
    <div className="space-y-4">
      <p className="text-soft">{children}</p>
      <Fault>{fault}</Fault>
      <Button look={look} pending={pending} onClick={run} className="w-full">
        {say('sendFresh')}
      </Button>
    </div>
  )
}
