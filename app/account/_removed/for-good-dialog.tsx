'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { ForGoodAddress } from '#app/account/_removed/for-good-address.tsx'
import { ForGoodCode } from '#app/account/_removed/for-good-code.tsx'

export type Address = { id: string; address: string }

type Props = {
  id: string
  name: string
  addresses: Address[]
  keepsLetters: boolean
  open: boolean
  onClose: () => void
}

type Step = { at: 'address'; notice?: string } | (SentCode & { at: 'code'; to: Address })

/** Removes a way in for good: first a code is sent to an address, then it is typed. */
export function ForGoodDialog({ id, name, addresses, keepsLetters, open, onClose }: Props) {
  const say = useWords('removed')
  const done = useDone()
  const confirmed = useConfirmed()
  const [step, setStep] = useState<Step>({ at: 'address' })

  async function send(to: Address) {
    const sent = await confirmed(() => answer(api.removed[':id'].code.$post({ param: { id }, json: { email: to.id } })))
    setStep({ at: 'code', to, ...sent })
  }

  function close() {
    setStep({ at: 'address' })
    onClose()
  }

  return (
    <Dialog
      title={step.at === 'code' ? say('forGood.checkMailbox') : say('forGood.title', { name })}
      open={open}
      onClose={close}
    >
      {step.at === 'address' && <ForGoodAddress {...step} addresses={addresses} send={send} onClose={close} />}
      {step.at === 'code' && (
        <ForGoodCode
          {...step}
          id={id}
          keepsLetters={keepsLetters}
          resend={() => send(step.to)}
          onBack={(notice) => setStep({ at: 'address', notice })}
          onDone={() => {
            close()
            done(say('forGood.done', { name }))
          }}
        />
      )}
    </Dialog>
  )
}
