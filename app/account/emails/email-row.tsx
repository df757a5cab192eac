'use client'

import { useState } from 'react'
import { AddressText } from '#app/_ui/lists/address-text.tsx'
import { PromoteEmailDialog } from '#app/account/emails/promote-email-dialog.tsx'
import { RemoveEmailDialog } from '#app/account/emails/remove-email-dialog.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Mail, MailCheck, Trash2 } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { RowActions } from '#app/_ui/lists/row-actions.tsx'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownEmail } from '#app/_web/own.ts'

/** One address: whether it is the primary one, since when it is there, from when on it can recover the account. */
export function EmailRow({
  email: { id, address, primary, createdAt, recoversAt },
  only,
}: {
  email: ShownEmail
  only: boolean
}) {
  const say = useWords('emails')
  const [dialog, setDialog] = useState<'promote' | 'remove'>()
  const waiting = recoversAt > useNow()
  const close = () => setDialog(undefined)
  return (
    <Row
      icon={Mail}
      title={<AddressText address={address} />}
      badges={primary && <Badge tone="good">{say('primary')}</Badge>}
      actions={
        !primary && (
          <RowActions
            label={say('actions', { address })}
            acts={[
              {
                name: say('promote.button'),
                label: say('promote.label', { address }),
                icon: MailCheck,
                onPick: () => setDialog('promote'),
              },
              {
                name: say('remove.button'),
                label: say('remove.label', { address }),
                icon: Trash2,
                danger: true,
                onPick: () => setDialog('remove'),
              },
            ]}
          />
        )
      }
    >
      <p>{say.rich('added', { time: () => <RelativeTime at={createdAt} /> })}</p>
      {waiting && <p>{say.rich('waiting', { time: () => <RelativeTime at={recoversAt} /> })}</p>}
      {primary && <p>{say(only ? 'only' : 'carried')}</p>}
      <PromoteEmailDialog id={id} address={address} open={dialog === 'promote'} onClose={close} />
      <RemoveEmailDialog id={id} address={address} open={dialog === 'remove'} onClose={close} />
    </Row>
  )
}
