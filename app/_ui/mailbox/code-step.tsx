'use client'

import { type ReactNode, useState } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailboxHint } from '#app/_ui/mailbox/mailbox-hint.tsx'
import { SentLater } from '#app/_ui/mailbox/sent-later.tsx'
import { Status } from '#app/_ui/messages/status.tsx'

type Props = {
  words: { title: string; sentTo: ReactNode; code: string; resend: string; sentAgain: string; otherAddress: string }
  digits: 6 | 12
  sentAt?: number
  keepsLetters: boolean
  check: (code: string) => Promise<unknown>
  resend: () => Promise<void>
  onOtherAddress: () => void
}

/** Asks for the code that was mailed, in the tab that asked for it. */
export function CodeStep({ words, digits, sentAt, keepsLetters, check, resend, onOtherAddress }: Props) {
  const general = useWords('components')
  const [code, setCode] = useState('')
  const [sentAgain, setSentAgain] = useState(false)

  const checking = useAction(async () => {
    setSentAgain(false)
    await check(code)
  })
  const resending = useAction(async () => {
    checking.forget()
    await resend()
    setCode('')
    setSentAgain(true)
  })

  return (
    <>
      <h1 className="text-2xl">{words.title}</h1>
      <p className="mt-1.5 mb-6 text-soft">{words.sentTo}</p>
      {sentAt !== undefined && <SentLater sentAt={sentAt} />}
      <Form onSubmit={checking.run} className="space-y-5">
        <CodeInput
          digits={digits}
          label={words.code}
          value={code}
          onChange={setCode}
          fault={checking.fault ?? resending.fault}
        />
        <FormActions submit={general('continue')} pending={checking.pending} />
      </Form>
      <div className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Button look="quiet" size="small" className="-ml-3" pending={resending.pending} onClick={resending.run}>
          {words.resend}
        </Button>
        <Button look="quiet" size="small" className="-mr-3" onClick={onOtherAddress}>
          {words.otherAddress}
        </Button>
      </div>
      <Status className="mt-1 text-sm text-soft empty:hidden">{sentAgain && words.sentAgain}</Status>
      {keepsLetters && <MailboxHint />}
    </>
  )
}
