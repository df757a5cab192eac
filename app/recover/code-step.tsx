'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { CodeInput } from '#app/_ui/code-input.tsx'
import { Form } from '#app/_ui/form.tsx'
import { Problem } from '#app/_ui/problem.ts'
import { Status } from '#app/_ui/status.tsx'
import { useAction } from '#app/_ui/use-action.ts'
import { type Go, stepFor } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'
import { usePass } from '#app/recover/use-pass.ts'
import { MailboxHint } from '#app/sign-up/mailbox-hint.tsx'

type Props = { email: string; ceremony: string; keepsLetters: boolean; go: Go }

/** Asks for the code that was mailed, in the tab that asked for it. */
export function CodeStep({ email, ceremony, keepsLetters, go }: Props) {
  const [code, setCode] = useState('')
  const [sentAgain, setSentAgain] = useState(false)

  const check = usePass(email, go, async () => {
    setSentAgain(false)
    const proven = await answer(api.recovery.code.$post({ json: { ceremony, code } })).catch(explainTries)
    go(stepFor({ ...proven, email }))
  })

  const resend = useAction(async () => {
    check.forget()
    const sent = await sendCode(email)
    setCode('')
    setSentAgain(true)
    go(sent)
  })

  return (
    <>
      <h1 className="text-2xl">Check your mail</h1>
      <p className="mt-1.5 mb-6 text-soft">
        If <strong className="font-medium text-ink">{email}</strong> belongs to an account, six digits are on their way to it. They work for ten minutes, here in this tab.
      </p>
      <Form onSubmit={check.run} className="space-y-5">
        <CodeInput label="Code from the letter" value={code} onChange={setCode} fault={check.fault ?? resend.fault} />
        <Button type="submit" look="primary" pending={check.pending} className="w-full">
          Continue
        </Button>
      </Form>
      <div className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button look="quiet" size="small" className="-ml-3" pending={resend.pending} onClick={resend.run}>
          Send a new code
        </Button>
        <Button look="quiet" size="small" className="-mr-3" onClick={() => go({ step: 'address', email })}>
          Use another address
        </Button>
      </div>
      <Status className="mt-1 text-sm text-soft empty:hidden">{sentAgain && 'A new code is on its way. Only the newest one works here.'}</Status>
      {keepsLetters && <MailboxHint />}
    </>
  )
}

/** The tries belong to the code: a new one can be tried at once. */
function explainTries(thrown: unknown): never {
  if (!(thrown instanceof Problem && thrown.code === 'too_many_attempts')) throw thrown
  throw new Problem({ ...thrown, retryAfter: undefined, sentence: 'Too many tries with this code. Send yourself a new one.' })
}
