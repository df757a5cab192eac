'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { FactorField } from '#app/_ui/confirmation/factor-field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import type { TakeBack } from '#app/_ui/api/problem.ts'
import { TakeBackOffer } from '#app/_ui/passkeys/take-back-offer.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { hoursOf } from '#app/recover/remaining.ts'
import { usePassAction } from '#app/recover/use-pass-action.ts'

/** Asks for a code that only the owner has, and signs in with it. Whoever lost these too is led to the wait. */
export function SecondStep({ pass, delay, go }: { pass: Pass; delay: number; go: Go }) {
  const say = useWords('recover')
  const { email, ceremony, ways, state } = pass
  const [code, setCode] = useState('')
  const [takeBack, setTakeBack] = useState<TakeBack>()
  const { run, pending, fault } = usePassAction(email, go, async () => {
    try {
      const { accepted } = await answer(api.recovery['second-step'].$post({ json: { ceremony, code: code.trim() } }))
      await signalAccepted(accepted)
      go({ step: 'offer' })
    } catch (thrown) {
      if (!isRefusal(thrown, 'way_retired') || !thrown.takeBack) throw thrown
      setTakeBack(thrown.takeBack)
    }
  })

  if (takeBack)
    return <TakeBackOffer takeBack={takeBack} next="/account" onKeep={() => go({ step: 'address', email })} />
  return (
    <>
      <h1 className="text-2xl">{say('second.title')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say('second.intro')}</p>
      <Form onSubmit={run} className="space-y-5">
        <FactorField autoFocus ways={ways} value={code} onChange={setCode} fault={fault} />
        <FormActions submit={say('second.signIn')} pending={pending} />
      </Form>
      <div className="mt-6 border-t border-line pt-4 text-center">
        <Button look="quiet" size="small" onClick={() => go({ step: state === 'none' ? 'explain' : state, pass })}>
          {say(state === 'none' ? 'second.lost' : 'second.back')}
        </Button>
        {state === 'none' && (
          <p className="mt-1 text-sm text-soft">{say('second.lostHint', { hours: hoursOf(delay) })}</p>
        )}
      </div>
    </>
  )
}
