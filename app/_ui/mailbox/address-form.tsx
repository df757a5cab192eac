'use client'

import { type ReactNode, useState } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
import { EmailField } from '#app/_ui/fields/email-field.tsx'
import { type Beside, FormActions } from '#app/_ui/fields/form-actions.tsx'
import { TypoHint } from '#app/_ui/fields/typo-hint.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  email: string
  submit: string
  send: (email: string) => Promise<void>
  hint?: string
  /** The address can’t be another one. */
  fixed?: boolean
  beside?: Beside
  children?: ReactNode
}

/** Asks for an address and has a code sent to it: on a page, or with `beside` in a dialog. */
export function AddressForm({ email: given, submit, send, hint, fixed = false, beside, children }: Props) {
  const general = useWords('components')
  const [email, setEmail] = useState(given)
  const { run, pending, fault } = useAction(() => send(email))
  return (
    <Form onSubmit={run} className={beside ? undefined : 'space-y-5'}>
      <div>
        <EmailField
          label={general('email')}
          required
          autoComplete="email"
          autoFocus={!beside && !fixed}
          readOnly={fixed}
          data-first={beside ? true : undefined}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          fault={fault}
          hint={hint}
        />
        {!fixed && <TypoHint email={email} onTake={setEmail} />}
      </div>
      <FormActions submit={submit} pending={pending} beside={beside} />
      {children}
    </Form>
  )
}
