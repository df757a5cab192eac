'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { AddressForm } from '#app/_ui/mailbox/address-form.tsx'
import { Notice } from '#app/_ui/messages/notice.tsx'
import type { Go } from '#app/recover/progress.ts'
import { WhatHappens } from '#app/recover/what-happens.tsx'
import { sendCode } from '#app/recover/send-code.ts'

type Props = { email: string; notice?: string; go: Go }

/** Asks for the address of the account and sends a code to it. */
export function AddressStep({ email, notice, go }: Props) {
  const say = useWords('recover')
  return (
    <>
      <h1 className="text-2xl">{say(notice ? 'freshTitle' : 'welcome')}</h1>
      <p className="mt-1.5 mb-6 text-soft">{say('intro')}</p>
      <Notice>{notice}</Notice>
      <AddressForm
        email={email}
        submit={say('sendCode')}
        send={async (to) => go(await sendCode(to))}
        hint={say('emailHint')}
      />
      <WhatHappens />
    </>
  )
}
