'use client'

import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Mail } from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { useBringBackEmail } from '#app/account/emails/use-bring-back-email.ts'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import type { RemovedEmail } from '#app/_web/own.ts'

/** An address that was removed lately, and the way to bring it back. */
export function RemovedEmailRow({ email: { id, address, removedAt } }: { email: RemovedEmail }) {
  const say = useWords('emails')
  const back = useBringBackEmail()
  const { run, pending, fault } = useAction(() => back({ id, address }))

  return (
    <Row
      icon={Mail}
      title={<AddressText address={address} />}
      actions={
        <Button size="small" pending={pending} onClick={run} aria-label={say('removed.label', { address })}>
          {say('removed.button')}
        </Button>
      }
    >
      <p>{say.rich('removed.when', { time: () => <RelativeTime at={removedAt} /> })}</p>
      <Fault>{fault}</Fault>
    </Row>
  )
}
