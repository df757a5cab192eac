'use client'

import { useEffect, useRef } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { KeyRound } from '#app/_ui/icons.ts'
import { cancelPasskey, type CreationOptions } from '#app/_ui/passkey-ceremony.ts'
import { Problem } from '#app/_ui/problem.ts'
import { registerPasskey } from '#app/_ui/register-passkey.ts'
import { Status } from '#app/_ui/status.tsx'
import { useAction } from '#app/_ui/use-action.ts'
import type { Progress } from '#app/sign-up/progress.ts'

type Props = { email: string; ceremony: string; options: CreationOptions; go: (to: Progress) => void }

const OVER = 'That took more than five minutes, so we stopped waiting. Send yourself a new code to go on.'

/** Makes the passkey, and with it the account. */
export function PasskeyStep({ email, ceremony, options, go }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    return cancelPasskey
  }, [])

  const { run, pending, fault } = useAction(async () => {
    try {
      await registerPasskey(options, (credential) => answer(api['sign-up'].passkey.$post({ json: { ceremony, credential } })))
      go({ step: 'done', email })
    } catch (thrown) {
      if (!(thrown instanceof Problem && thrown.code === 'ceremony_over')) throw thrown
      go({ step: 'address', email, notice: OVER })
    }
  })

  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-2xl">
        Make your passkey
      </h1>
      <p className="mt-1.5 text-soft">
        <strong className="font-medium text-ink">{email}</strong> is yours. Now make the key that signs you in.
      </p>
      <ul className="my-6 list-disc space-y-1.5 pl-5 text-sm text-soft marker:text-edge">
        <li>It is kept by this device or by your password manager.</li>
        <li>Your fingerprint or face never leaves the device.</li>
        <li>You can add more passkeys later.</li>
      </ul>
      <Fault>{fault}</Fault>
      <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
        {!pending && <KeyRound aria-hidden="true" className="size-5" />}
        Create a passkey
      </Button>
      <Status className="mt-3 text-center text-sm text-soft">
        {pending ? 'Look for the window of your browser or device.' : 'Your device will ask for your fingerprint, face or screen lock.'}
      </Status>
    </>
  )
}
