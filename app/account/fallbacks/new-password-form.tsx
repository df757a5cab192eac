'use client'

import { useState } from 'react'
import { PasswordStrength } from '#app/account/fallbacks/password-strength.tsx'
import { useStrength } from '#app/account/fallbacks/use-strength.ts'
import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { PasswordField } from '#app/_ui/fields/password-field.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { email: string; changes: boolean; onClose: () => void }

/** Takes a new password, says live how good it is, and sets it. */
export function NewPasswordForm({ email, changes, onClose }: Props) {
  const say = useWords('fallbacks')
  const general = useWords('components')
  const done = useDone()
  const confirmed = useConfirmed()
  const [password, setPassword] = useState('')
  const strength = useStrength(password)
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.password.$put({ json: { password } })))
    onClose()
    done(say('newPassword.done'))
  })

  function type(text: string) {
    setPassword(text)
    forget()
  }

  return (
    <Form onSubmit={run}>
      <p className="mb-4 text-soft">{say(changes ? 'newPassword.changes' : 'newPassword.sets')}</p>
      {/* Tells the password manager whose password this is. */}
      <input
        type="email"
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
        className="sr-only"
      />
      <PasswordField
        label={say('newPassword.label')}
        name="password"
        autoComplete="new-password"
        required
        data-first
        maxLength={256}
        value={password}
        onChange={(event) => type(event.target.value)}
        fault={fault}
      />
      <PasswordStrength strength={strength} told={fault !== undefined} />
      <FormActions
        submit={say('newPassword.save')}
        pending={pending}
        beside={{ say: general('cancel'), onPress: onClose }}
      />
    </Form>
  )
}
