'use client'

import { useEffect, useRef } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { cancelPasskey, type CreationOptions } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Progress } from '#app/sign-up/progress.ts'

type Props = { email: string; ceremony: string; options: CreationOptions; go: (to: Progress) => void }

/** Creates the passkey, and with it the account. */
export function PasskeyStep({ email, ceremony, options, go }: Props) {
  const say = useWords('signUp')
  const general = useWords('components')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    return cancelPasskey
  }, [])

  const { run, pending, fault, hint } = useAction(async () => {
    try {
      const { waiting } = await registerPasskey(options, (credential) =>
        answer(api['sign-up'].passkey.$post({ json: { ceremony, credential } })),
      )
      go({ step: waiting === true ? 'waiting' : 'done', email })
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      go({ step: 'address', email, notice: say('passkeyOver') })
    }
  })

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl">
        {say('passkeyTitle')}
      </h1>
      <p className="mt-1.5 text-soft">{say.rich('yours', { email, b: bold })}</p>
      <ul className="my-6 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>{say('kept')}</li>
        <li>{say('neverLeaves')}</li>
        <li>{say('moreLater')}</li>
      </ul>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
        {!pending && <KeyRound aria-hidden="true" className="size-5" />}
        {say('create')}
      </Button>
      <Status className="mt-3 text-center text-sm text-soft">
        {pending ? general('asking') : (hint ?? general('willAsk'))}
      </Status>
    </>
  )
}
