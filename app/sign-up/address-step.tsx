'use client'

import { type ReactNode, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Banner } from '#app/_ui/messages/banner.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Progress } from '#app/sign-up/progress.ts'

type Props = { email: string; notice?: string; signIn: string; agreement: ReactNode; go: (to: Progress) => void }

/** Asks for the address and sends a code to it. */
export function AddressStep({ email: given, notice, signIn, agreement, go }: Props) {
  const say = useWords('signUp')
  const general = useWords('components')
  const [email, setEmail] = useState(given)
  const { able, secure } = usePasskeyAbility()
  const { run, pending, fault } = useAction(async () => {
    const { ceremony } = await answer(api['sign-up'].$post({ json: { email } }))
    go({ step: 'code', email, ceremony })
  })

  return (
    <>
      <h1 className="text-2xl">{say('title')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say('intro')}</p>
      {notice && (
        <div role="status" className="mb-5">
          <Banner tone="warn">{notice}</Banner>
        </div>
      )}
      {able ? (
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
          {agreement}
        </Form>
      ) : (
        <Unsupported secure={secure} />
      )}
      <p className="mt-6 border-t border-line pt-5 text-center text-sm text-soft">
        {say.rich('haveAccount', { link: (text) => <TextLink href={signIn}>{text}</TextLink> })}
      </p>
    </>
  )
}
