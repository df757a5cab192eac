'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { rememberWay } from '#app/_ui/browser/sign-in-memory.ts'
import { FactorField } from '#app/_ui/confirmation/factor-field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { isOver } from '#app/_ui/api/is-over.ts'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { upgradeToPasskey } from '#app/sign-in/password/upgrade-to-passkey.ts'

type Props = { email: string; ceremony: string; next: string; onOver: () => void }

/** Asks for the code that always follows a password, and signs in. */
export function SecondStep({ email, ceremony, next, onOver }: Props) {
  const say = useWords('signIn')
  const general = useWords('components')
  const [code, setCode] = useState('')
  const [isIn, setIn] = useState(false)
  const { run, pending, fault } = useAction(async () => {
    try {
      const { accepted } = await answer(api['sign-in']['second-step'].$post({ json: { ceremony, code: code.trim() } }))
      setIn(true)
      rememberWay('password')
      await signalAccepted(accepted)
      await upgradeToPasskey()
      window.location.assign(next)
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onOver()
    }
  })

  return (
    <>
      <h1 className="text-2xl">{say('byPassword.codeTitle')}</h1>
      <p className="mt-1.5 mb-6 text-soft">
        {say.rich('byPassword.codeIntro', {
          email,
          b: bold,
        })}
      </p>
      <Form onSubmit={run} className="space-y-5">
        <FactorField autoFocus ways={['totp', 'backup_code']} value={code} onChange={setCode} fault={fault} />
        <FormActions submit={say('title')} pending={pending || isIn} />
      </Form>
      <Status className="mt-3 text-center text-sm text-soft empty:hidden">{isIn && general('youAreIn')}</Status>
    </>
  )
}
