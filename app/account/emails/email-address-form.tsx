'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { AddressForm } from '#app/_ui/mailbox/address-form.tsx'
import type { SentCode } from '#app/_ui/mailbox/sent-code.ts'
import { Notice } from '#app/_ui/messages/notice.tsx'

type Props = {
  email?: string
  notice?: string
  onSent: (sent: SentCode & { email: string }) => void
  onClose: () => void
}

/** Asks for a further address and sends a code to it. */
export function EmailAddressForm({ email = '', notice, onSent, onClose }: Props) {
  const say = useWords('emails')
  const general = useWords('components')
  const confirmed = useConfirmed()

  async function send(to: string) {
    const begun = await confirmed(() => answer(api.emails.$post({ json: { email: to } })))
    onSent({ email: to, ...begun })
  }

  return (
    <>
      <Notice className="mb-4">{notice}</Notice>
      <Facts>
        <li>{say('add.first')}</li>
        <li>{say('add.told')}</li>
        <li>{say('add.wait')}</li>
      </Facts>
      <AddressForm
        email={email}
        submit={say('add.send')}
        send={send}
        beside={{ say: general('cancel'), onPress: onClose }}
      />
    </>
  )
}
