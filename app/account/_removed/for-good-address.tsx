'use client'

import { useState } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Notice } from '#app/_ui/messages/notice.tsx'
import type { Address } from '#app/account/_removed/for-good-dialog.tsx'

type Props = {
  addresses: Address[]
  notice?: string
  send: (to: Address) => Promise<void>
  onClose: () => void
}

/** Says what removing for good means, and which mailbox gets the code. */
export function ForGoodAddress({ addresses, notice, send, onClose }: Props) {
  const say = useWords('removed')
  const general = useWords('components')
  const [chosen, setChosen] = useState(addresses[0])
  const { run, pending, fault } = useAction(async () => {
    if (chosen) await send(chosen)
  })

  if (!chosen) return <p className="text-soft">{say('forGood.none')}</p>
  return (
    <Form onSubmit={run}>
      <Notice className="mb-4">{notice}</Notice>
      <Facts>
        <li>{say('forGood.why')}</li>
        <li>{say('forGood.two')}</li>
        <li>{say('forGood.undo')}</li>
      </Facts>
      <fieldset className="mb-4">
        <legend className="mb-1.5 text-sm font-medium text-ink">{say('forGood.address')}</legend>
        {addresses.map((email) => (
          <label key={email.id} className="flex min-h-9 items-center gap-2.5">
            <input
              type="radio"
              name="address"
              checked={email.id === chosen.id}
              onChange={() => setChosen(email)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 break-all">{email.address}</span>
          </label>
        ))}
      </fieldset>
      <Fault>{fault}</Fault>
      <FormActions
        submit={say('forGood.send')}
        pending={pending}
        beside={{ say: general('cancel'), onPress: onClose }}
      />
    </Form>
  )
}
