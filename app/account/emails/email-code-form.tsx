'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { CodeInput } from '#app/_ui/code-input.tsx'
import { useConfirmed } from '#app/_ui/confirmation.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Form } from '#app/_ui/form.tsx'
import { isOver } from '#app/_ui/is-over.ts'
import { useAction } from '#app/_ui/use-action.ts'
import { MailboxHint } from '#app/sign-up/mailbox-hint.tsx'

type Props = { email: string; ceremony: string; keepsLetters: boolean; onAdded: () => void; onBack: (notice?: string) => void }

const OVER = 'That code has run out or was already used. Send a new one.'

/** Takes the code from the new address’s mailbox and adds the address. */
export function EmailCodeForm({ email, ceremony, keepsLetters, onAdded, onBack }: Props) {
  const confirmed = useConfirmed()
  const [code, setCode] = useState('')
  const { run, pending, fault } = useAction(async () => {
    try {
      await confirmed(() => answer(api.emails.code.$post({ json: { ceremony, code } })))
      onAdded()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      onBack(OVER)
    }
  })

  return (
    <Form onSubmit={run}>
      <p className="mb-4 text-soft">
        We sent six digits to <strong className="font-medium text-ink">{email}</strong>. They work for ten minutes, here in this tab.
      </p>
      <CodeInput label="Code from the letter" value={code} onChange={setCode} fault={fault} />
      <DialogActions>
        <Button onClick={() => onBack()}>Back</Button>
        <Button type="submit" look="primary" pending={pending}>
          Add this address
        </Button>
      </DialogActions>
      {keepsLetters && <MailboxHint />}
    </Form>
  )
}
