'use client'

import { useEffect, useRef, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { FactorField, type FactorWay } from '#app/_ui/confirmation/factor-field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import type { Touch } from '#server/touches.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  touch: Partial<Touch>
  ways: FactorWay[]
  onDone: () => void
  onClose: () => void
  onRather: (() => void) | undefined
}

/** Confirms with a code of the authenticator app or a backup code, whichever there is. */
export function ConfirmByCode({ touch, ways, onDone, onClose, onRather }: Props) {
  const say = useWords('confirmation')
  const general = useWords('components')
  const backup = ways.includes('backup_code')
  const sentence = touch.act ? (backup ? 'touchByBackupCode' : 'touchByCode') : backup ? 'byBackupCode' : 'byCode'
  const place = useRef<HTMLDivElement>(null)
  const [code, setCode] = useState('')
  const { run, pending, fault } = useAction(async () => {
    await answer(api.confirmation.$post({ json: { code: code.trim(), ...touch } }))
    onDone()
  })
  useEffect(() => place.current?.querySelector('input')?.focus(), [])

  return (
    <Form onSubmit={run}>
      {touch.act && <p className="mb-2 font-medium">{say(`acts.${touch.act}`)}</p>}
      <p className="mb-4 text-soft">{say(sentence)}</p>
      <div ref={place}>
        <FactorField ways={ways} value={code} onChange={setCode} fault={fault} />
      </div>
      <FormActions submit={say('confirm')} pending={pending} beside={{ say: general('cancel'), onPress: onClose }} />
      {onRather && (
        <div className="mt-4 border-t border-line pt-3">
          <Button look="quiet" size="small" className="-ml-3" onClick={onRather}>
            {say('ratherPasskey')}
          </Button>
        </div>
      )}
    </Form>
  )
}
