'use client'

import { useState } from 'react'
import { RehearsalPart } from '#app/account/rehearse/rehearsal-part.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailedCode } from '#app/_ui/mailbox/mailed-code.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { Mail } from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'

type Props = { email: string; keepsLetters: boolean; onDone: () => void }
type Step = { at: 'start'; notice?: string } | (SentCode & { at: 'code' }) | { at: 'done' }

/** Sends a code that opens nothing to the primary address, and takes it. */
export function RehearseMailbox({ email, keepsLetters, onDone }: Props) {
  const say = useWords('rehearsal')
  const [step, setStep] = useState<Step>({ at: 'start' })
  const { run, pending, fault } = useAction(send)

  async function send() {
    const sent = await answer(api['check-up'].rehearsal.$post({ json: {} }))
    setStep({ at: 'code', ...sent })
  }

  async function check(code: string) {
    if (step.at !== 'code') return
    try {
      await answer(api['check-up'].rehearsal.code.$post({ json: { ceremony: step.ceremony, code } }))
      setStep({ at: 'done' })
      onDone()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      setStep({ at: 'start', notice: say('mailbox.over') })
    }
  }

  return (
    <RehearsalPart icon={Mail} title={say('mailbox.title')} done={step.at === 'done' ? say('mailbox.done') : undefined}>
      {step.at === 'start' && (
        <>
          <p className="mb-4 text-soft">{say('mailbox.about', { email })}</p>
          <Fault>{fault ?? step.notice}</Fault>
          <Button pending={pending} onClick={run}>
            {say('mailbox.send')}
          </Button>
        </>
      )}
      {step.at === 'code' && (
        <div className="max-w-sm">
          <MailedCode
            {...step}
            words={{
              sentTo: say.rich(step.sentAt === undefined ? 'mailbox.sentTo' : 'mailbox.sentLater', { email, b: bold }),
              code: say('mailbox.code'),
              submit: say('mailbox.check'),
            }}
            keepsLetters={keepsLetters}
            check={check}
            resend={send}
          />
        </div>
      )}
    </RehearsalPart>
  )
}
