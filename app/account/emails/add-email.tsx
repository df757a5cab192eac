'use client'

import { useState } from 'react'
import { EmailAddressForm } from '#app/account/emails/email-address-form.tsx'
import { EmailCodeForm } from '#app/account/emails/email-code-form.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { Plus } from '#app/_ui/marks/icons.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'

type Step =
  | { at: 'closed' }
  | { at: 'address'; email?: string; notice?: string }
  | (SentCode & { at: 'code'; email: string })

/** Adds a further address: first the address, then the code from its mailbox. */
export function AddEmail({ keepsLetters }: { keepsLetters: boolean }) {
  const say = useWords('emails')
  const done = useDone()
  const confirmed = useConfirmed()
  const [step, setStep] = useState<Step>({ at: 'closed' })
  const close = () => setStep({ at: 'closed' })

  async function send(email: string) {
    const begun = await confirmed(() => answer(api.emails.$post({ json: { email } })))
    setStep({ at: 'code', email, ...begun })
  }

  function added(email: string) {
    close()
    done(say('add.done', { email }))
  }

  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="primary" onClick={() => setStep({ at: 'address' })}>
        <Plus aria-hidden="true" className="size-5" />
        {say('add.button')}
      </Button>
      <Dialog
        title={say(step.at === 'code' ? 'add.checkMailbox' : 'add.button')}
        open={step.at === 'address' || step.at === 'code'}
        onClose={close}
      >
        {step.at === 'address' && <EmailAddressForm {...step} send={send} onClose={close} />}
        {step.at === 'code' && (
          <EmailCodeForm
            {...step}
            keepsLetters={keepsLetters}
            resend={() => send(step.email)}
            onAdded={() => added(step.email)}
            onBack={(notice) => setStep({ at: 'address', email: step.email, notice })}
          />
        )}
      </Dialog>
    </div>
  )
}
