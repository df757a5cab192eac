'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  email?: string
  notice?: string
  onSent: (sent: { email: string; ceremony: string }) => void
  onClose: () => void
}

/** Asks for a further address and sends a code to it. */
export function AddressForm({ email: given = '', notice, onSent, onClose }: Props) {
  const say = useWords('emails')
  const general = useWords('components')
  const confirmed = useConfirmed()
  const [email, setEmail] = useState(given)
  const { run, pending, fault } = useAction(async () => {
    const { ceremony } = await confirmed(() => answer(api.emails.$post({ json: { email } })))
    onSent({ email, ceremony })
  })

  return (
    <Form onSubmit={run}>
      {notice && (
        <div role="status" className="mb-4">
          <Banner tone="warn">{notice}</Banner>
        </div>
      )}
      <Facts>
        <li>{say('add.first')}</li>
        <li>{say('add.told')}</li>
        <li>{say('add.wait')}</li>
      </Facts>
      <Field
        label={general('email')}
        name="email"
        type="email"
        required
        data-first
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        fault={fault}
      />
      <DialogActions>
        <Button onClick={onClose}>{general('cancel')}</Button>
        <Button type="submit" look="primary" pending={pending}>
          {say('add.send')}
        </Button>
      </DialogActions>
    </Form>
  )
}
