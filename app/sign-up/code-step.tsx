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
import { MailboxHint } from '#app/sign-up/mailbox-hint.tsx'
import type { Progress } from '#app/sign-up/progress.ts'

type Props = { email: string; ceremony: string; keepsLetters: boolean; go: (to: Progress) => void }

/** Asks for the code that was mailed. */
export function CodeStep({ email, ceremony, keepsLetters, go }: Props) {
  const say = useWords('signUp')
  const general = useWords('components')
  const [code, setCode] = useState('')
  const [sentAgain, setSentAgain] = useState(false)

  const check = useAction(async () => {
    setSentAgain(false)
    const begun = await answer(api['sign-up'].code.$post({ json: { ceremony, code } })).catch((thrown: unknown) => {
      if (thrown instanceof Problem && thrown.code === 'ceremony_over')
        go({ step: 'address', email, notice: say('codeOver') })
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
