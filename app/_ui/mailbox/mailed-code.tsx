'use client'

import { type ReactNode, useState } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { CodeForm } from '#app/_ui/fields/code-form.tsx'
import type { Beside } from '#app/_ui/fields/form-actions.tsx'
import { MailboxHint } from '#app/_ui/mailbox/mailbox-hint.tsx'
import { Resend } from '#app/_ui/mailbox/resend.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { SentLater } from '#app/_ui/mailbox/sent-later.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = SentCode & {
  words: { sentTo: ReactNode; code: string; submit: string }
  keepsLetters: boolean
  beside?: Beside
  check: (code: string) => Promise<unknown>
  resend: () => Promise<unknown>
  onOtherAddress?: () => void
}

/** Asks for the code that was mailed, and sends a new one on request: on a page, or with `beside` in a dialog. */
export function MailedCode({ words, keepsLetters, beside, check, resend, onOtherAddress, ...sent }: Props) {
  const say = useWords('components')
  const [sentAgain, setSentAgain] = useState(false)
  const { run, pending, fault } = useAction(async () => {
    setSentAgain(false)
    await resend()
    setSentAgain(true)
  })

  return (
    <>
      <p className={beside ? 'mb-4 text-soft' : 'mt-1.5 mb-6 text-soft'}>{words.sentTo}</p>
      {sent.sentAt !== undefined && <SentLater sentAt={sent.sentAt} />}
      <CodeForm
        key={sent.ceremony}
        digits={sent.digits}
        label={words.code}
        submit={words.submit}
        beside={beside}
        check={(code) => {
          setSentAgain(false)
          return check(code)
        }}
      />
      <div className="mt-5 flex flex-wrap justify-between gap-x-4 gap-y-1">
        <Resend key={`resend ${sent.ceremony}`} pending={pending} onPress={run} />
        {onOtherAddress && (
          <Button look="quiet" size="small" className="-mx-3" onClick={onOtherAddress}>
            {say('otherAddress')}
          </Button>
        )}
      </div>
      <Status className="mt-1 text-sm text-soft empty:hidden">{sentAgain && say('sentAgain')}</Status>
      <div className="not-empty:mt-3">
        <Fault>{fault}</Fault>
      </div>
      {keepsLetters && <MailboxHint />}
    </>
  )
}
