'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailboxHint } from '#app/_ui/mailbox/mailbox-hint.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { SentLater } from '#app/_ui/mailbox/sent-later.tsx'

type Props = SentCode & {
  email: string
  keepsLetters: boolean
  onAdded: () => void
  onBack: (notice?: string) => void
}

/** Takes the code from the new address’s mailbox and adds the address. */
export function EmailCodeForm({ email, ceremony, digits, sentAt, keepsLetters, onAdded, onBack }: Props) {
  const say = useWords('emails')
  const confirmed = useConfirmed()
  const [code, setCode] = useState('')
  const { run, pending, fault } = useAction(async () => {
    try {
      await confirmed(() => answer(api.emails.code.$post({ json: { ceremony, code } })))
      onAdded()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onBack(say('add.over'))
    }
  })

  return (
    <Form onSubmit={run}>
      <p className="mb-4 text-soft">
        {say.rich(sentAt === undefined ? 'add.sentTo' : 'add.sentLater', { email, b: bold })}
      </p>
      {sentAt !== undefined && <SentLater sentAt={sentAt} />}
      <CodeInput digits={digits} label={say('add.code')} value={code} onChange={setCode} fault={fault} />
      <FormActions
        submit={say('add.confirm')}
        pending={pending}
        beside={{ say: say('add.back'), onPress: () => onBack() }}
      />
      {keepsLetters && <MailboxHint />}
    </Form>
  )
}
