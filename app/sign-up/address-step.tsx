'use client'

import type { ReactNode } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressForm } from '#app/_ui/mailbox/address-form.tsx'
import { Notice } from '#app/_ui/messages/notice.tsx'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'
import type { SignUpMode } from '#app/_web/sign-up.ts'
import type { Go, Invited } from '#app/sign-up/progress.ts'

type Props = {
  email: string
  notice?: string
  mode: SignUpMode | undefined
  invited: Invited | undefined
  signIn: string
  agreement: ReactNode
  go: Go
}

/** Asks for the address and sends a code to it. */
export function AddressStep({ email, notice, mode, invited, signIn, agreement, go }: Props) {
  const say = useWords('signUp')
  const { able, secure } = usePasskeyAbility()

  async function send(to: string) {
    const invitation = invited?.token
    const begun = await answer(api['sign-up'].$post({ json: { email: to, invitation } }))
    go({ step: 'code', email: to, invitation, ...begun })
  }

  return (
    <>
      <h1 className="text-2xl">{invited?.title ?? say('title')}</h1>
      <div className="mt-1.5 mb-6 space-y-2 text-soft">
        {invited?.intro}
        <p>{say('intro')}</p>
        {mode === 'domain' && <p>{say('onlyDomains')}</p>}
        {mode === 'approval' && <p>{say('approved')}</p>}
      </div>
      <Notice>{notice}</Notice>
      {able ? (
        <AddressForm
          email={email}
          fixed={invited?.email !== undefined}
          submit={say('sendCode')}
          send={send}
          hint={say('emailHint')}
        >
          {agreement}
        </AddressForm>
      ) : (
        <Unsupported secure={secure} />
      )}
      <p className="mt-6 border-t border-line pt-5 text-center text-sm text-soft">
        {say.rich('haveAccount', { link: (text) => <TextLink href={signIn}>{text}</TextLink> })}
      </p>
    </>
  )
}
