'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { MailboxHint } from '#app/_ui/mailbox/mailbox-hint.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { SentLater } from '#app/_ui/mailbox/sent-later.tsx'

type Props = SentCode & {
  id: string
  address: string
  keepsLetters: boolean
  onDone: () => void
  onBack: (notice?: string) => void
}

/** Takes the code from the mailbox and removes the way in for good. */
export function ForGoodCode({ id, address, ceremony, digits, sentAt, keepsLetters, onDone, onBack }: Props) {
  const say = useWords('removed')
  const confirmed = useConfirmed()
  const [code, setCode] = useState('')
  const { run, pending, fault } = useAction(async () => {
    try {
      await confirmed(() => answer(api.removed[':id']['for-good'].$post({ param: { id }, json: { ceremony, code } })))
      onDone()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onBack(say('forGood.over'))
    }
  })

  return (
    <Form onSubmit={run}>
      <p className="mb-4 text-soft">{say.rich('forGood.sentTo', { address, digits, b: bold })}</p>
      {sentAt !== undefined && <SentLater sentAt={sentAt} />}
      <CodeInput digits={digits} label={say('forGood.code')} value={code} onChange={setCode} fault={fault} />
      <FormActions
        submit={say('forGood.confirm')}
        pending={pending}
        beside={{ say: say('forGood.back'), onPress: () => onBack() }}
      />
      {keepsLetters && <MailboxHint />}
    </Form>
  )
}
