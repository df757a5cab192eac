'use client'

import { useState } from 'react'
import { Banner } from '#app/_ui/banner.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Form } from '#app/_ui/form.tsx'
import { StepHeading } from '#app/_ui/step-heading.tsx'
import { useAction } from '#app/_ui/use-action.ts'
import type { Go } from '#app/recover/progress.ts'
import { sendCode } from '#app/recover/send-code.ts'

type Props = { email: string; notice?: string; go: Go }

/** Asks for the address of the account and sends a code to it. */
export function AddressStep({ email: given, notice, go }: Props) {
  const [email, setEmail] = useState(given)
  const { run, pending, fault } = useAction(async () => go(await sendCode(email)))

  return (
    <>
      <StepHeading>{notice ? 'A fresh code, please' : 'Let’s get you back in'}</StepHeading>
      <p className="mt-1.5 mb-6 text-soft">We send a code to your mailbox. Then we show you what is possible from here.</p>
      {notice && (
        <div role="status" className="mb-5">
          <Banner tone="warn">{notice}</Banner>
        </div>
      )}
      <Form onSubmit={run} className="space-y-5">
        <Field
          label="E-mail address"
          name="email"
          type="email"
          required
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          fault={fault}
          hint="Any address that belongs to your account."
        />
        <Button type="submit" look="primary" pending={pending} className="w-full">
          Send me a code
        </Button>
      </Form>
    </>
  )
}
