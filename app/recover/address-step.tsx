'use client'

import { useState } from 'react'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'

type Props = { email: string; notice?: string; go: Go }

/** Asks for the address of the account and sends a code to it. */
export function AddressStep({ email: given, notice, go }: Props) {
  const say = useWords('recover')
  const general = useWords('components')
  const [email, setEmail] = useState(given)
  const { run, pending, fault } = useAction(async () => go(await sendCode(email)))

  return (
    <>
      <h1 className="text-2xl">{say(notice ? 'freshTitle' : 'welcome')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say('intro')}</p>
      {notice && (
        <div role="status" className="mb-5">
          <Banner tone="warn">{notice}</Banner>
        </div>
      )}
      <Form onSubmit={run} className="space-y-5">
        <Field
          label={general('email')}
          name="email"
          type="email"
          required
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          fault={fault}
          hint={say('emailHint')}
        />
        <Button type="submit" look="primary" pending={pending} className="w-full">
          {say('sendCode')}
        </Button>
      </Form>
    </>
  )
}
