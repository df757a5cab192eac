'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { Mail } from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { AddressText } from '#app/account/emails/address-text.tsx'
import type { RemovedEmail } from '#app/_web/own.ts'

/** An address that was removed lately, and the way to bring it back. */
export function RemovedEmailRow({ email: { id, address, removedAt } }: { email: RemovedEmail }) {
  const say = useWords('emails')
  const done = useDone()
  const confirmed = useConfirmed()
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.emails[':id']['bring-back'].$post({ param: { id } })))
    done(say('removed.done', { address }))
  })

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
