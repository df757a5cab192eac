'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { AddressForm } from '#app/_ui/mailbox/address-form.tsx'
import { Notice } from '#app/_ui/messages/notice.tsx'

type Props = {
  email?: string
  notice?: string
  send: (email: string) => Promise<void>
  onClose: () => void
}

/** Asks for a further address and sends a code to it. */
export function EmailAddressForm({ email = '', notice, send, onClose }: Props) {
  const say = useWords('emails')
  const general = useWords('components')

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
