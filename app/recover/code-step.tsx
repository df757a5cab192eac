'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { Problem } from '#app/_ui/api/problem.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { type Go, stepFor } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'
import { usePassAction } from '#app/recover/use-pass-action.ts'
import { MailboxHint } from '#app/sign-up/mailbox-hint.tsx'

type Props = { email: string; ceremony: string; keepsLetters: boolean; go: Go }

/** Asks for the code that was mailed, in the tab that asked for it. */
export function CodeStep({ email, ceremony, keepsLetters, go }: Props) {
  const say = useWords('recover')
  const general = useWords('components')
  const [code, setCode] = useState('')
  const [sentAgain, setSentAgain] = useState(false)

  const check = usePassAction(email, go, async () => {
    setSentAgain(false)
    const proven = await answer(api.recovery.code.$post({ json: { ceremony, code } })).catch((thrown: unknown) =>
      explainTries(thrown, say('codeTries')),
    )
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
      <h1 className="text-2xl">{say('checkMail')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say.rich('sentTo', { email, b: bold })}</p>
      <Form onSubmit={check.run} className="space-y-5">
        <CodeInput label={say('code')} value={code} onChange={setCode} fault={check.fault ?? resend.fault} />
        <Button type="submit" look="primary" pending={check.pending} className="w-full">
          {general('continue')}
        </Button>
      </Form>
      <div className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button look="quiet" size="small" className="-ml-3" pending={resend.pending} onClick={resend.run}>
          {say('resend')}
        </Button>
        <Button look="quiet" size="small" className="-mr-3" onClick={() => go({ step: 'address', email })}>
          {say('otherAddress')}
        </Button>
      </div>
      <Status className="mt-1 text-sm text-soft empty:hidden">{sentAgain && say('sentAgain')}</Status>
      {keepsLetters && <MailboxHint />}
    </>
  )
}

/** The tries belong to the code: a new one can be tried at once. */
function explainTries(thrown: unknown, sentence: string): never {
  if (!(thrown instanceof Problem && thrown.code === 'too_many_attempts')) throw thrown
  throw new Problem({ ...thrown, retryAfter: undefined, sentence })
}
