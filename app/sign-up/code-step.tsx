'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { CodeInput } from '#app/_ui/code-input.tsx'
import { Form } from '#app/_ui/form.tsx'
import { Problem } from '#app/_ui/problem.ts'
import { Status } from '#app/_ui/status.tsx'
import { useAction } from '#app/_ui/use-action.ts'
import { MailboxHint } from '#app/sign-up/mailbox-hint.tsx'
import type { Progress } from '#app/sign-up/progress.ts'

type Props = { email: string; ceremony: string; keepsLetters: boolean; go: (to: Progress) => void }

const OVER = 'That code has run out or was already used. Send yourself a new one.'

/** Asks for the code that was mailed. */
export function CodeStep({ email, ceremony, keepsLetters, go }: Props) {
  const [code, setCode] = useState('')
  const [sentAgain, setSentAgain] = useState(false)

  const check = useAction(async () => {
    setSentAgain(false)
    const begun = await answer(api['sign-up'].code.$post({ json: { ceremony, code } })).catch((thrown: unknown) => {
      if (thrown instanceof Problem && thrown.code === 'ceremony_over') go({ step: 'address', email, notice: OVER })
      else throw thrown
    })
    if (begun) go({ step: 'passkey', email, ...begun })
  })

  const resend = useAction(async () => {
    check.forget()
    const begun = await answer(api['sign-up'].$post({ json: { email } }))
    setCode('')
    setSentAgain(true)
    go({ step: 'code', email, ...begun })
  })

  return (
    <>
      <h1 className="text-2xl">Check your mail</h1>
      <p className="mt-1.5 mb-6 text-soft">
        We sent six digits to <strong className="font-medium text-ink">{email}</strong>. They work for ten minutes, here in this tab.
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
