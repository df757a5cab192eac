'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { carryAddress } from '#app/_ui/browser/carried-address.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Notice } from '#app/_ui/messages/notice.tsx'
import { EmailField } from '#app/_ui/fields/email-field.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { PasswordField } from '#app/_ui/fields/password-field.tsx'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  email: string
  setEmail: (email: string) => void
  notice: string | undefined
  onRight: (ceremony: string) => void
}

/** Asks for address and password. */
export function PasswordStep({ email, setEmail, notice, onRight }: Props) {
  const say = useWords('signIn')
  const general = useWords('components')
  const [password, setPassword] = useState('')
  const { run, pending, fault } = useAction(async () => {
    const { ceremony } = await answer(api['sign-in'].password.$post({ json: { email, password } }))
    onRight(ceremony)
  })

  function type(address: string) {
    setEmail(address)
    carryAddress(address)
  }

  return (
    <>
      <h1 className="text-2xl">{say('byPassword.title')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say('byPassword.intro')}</p>
      <Notice>{notice}</Notice>
      <Form onSubmit={run} className="space-y-5">
        <EmailField
          label={general('email')}
          required
          autoComplete="username"
          autoFocus={email === ''}
          value={email}
          onChange={(event) => type(event.target.value)}
        />
        <PasswordField
          label={say('byPassword.password')}
          name="password"
          required
          autoFocus={email !== ''}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Fault>{fault}</Fault>
        <FormActions submit={general('continue')} pending={pending} />
      </Form>
      <p className="mt-6 border-t border-line pt-5 text-center text-sm">
        <TextLink href="/recover">{say('cannot')}</TextLink>
      </p>
    </>
  )
}
