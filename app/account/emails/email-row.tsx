'use client'

import { useState } from 'react'
import { AddressText } from '#app/account/emails/address-text.tsx'
import { PromoteEmailDialog } from '#app/account/emails/promote-email-dialog.tsx'
import { RemoveEmailDialog } from '#app/account/emails/remove-email-dialog.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Mail, Trash2 } from '#app/_ui/icons.ts'
import { RelativeTime } from '#app/_ui/relative-time.tsx'
import { Row } from '#app/_ui/row.tsx'
import { useNow } from '#app/_ui/server-clock.tsx'
import type { ShownEmail } from '#app/_web/emails.ts'

/** One address: whether it is the primary one, since when it is there, from when on it can recover the account. */
export function EmailRow({ email: { id, address, primary, createdAt, recoversAt }, only }: { email: ShownEmail; only: boolean }) {
  const [dialog, setDialog] = useState<'promote' | 'remove'>()
  const waiting = recoversAt > useNow()
  const close = () => setDialog(undefined)
  return (
    <Row
      icon={Mail}
      title={<AddressText address={address} />}
      badges={primary && <Badge tone="good">Primary</Badge>}
      actions={
        !primary && (
          <>
            <Button look="quiet" size="small" onClick={() => setDialog('promote')} aria-label={`Make primary: ${address}`}>
              Make primary
            </Button>
            <Button look="quiet" size="small" onClick={() => setDialog('remove')} aria-label={`Remove ${address}`}>
              <Trash2 aria-hidden="true" className="size-4" />
              Remove
            </Button>
          </>
        )
      }
    >
      <p>
        Added <RelativeTime at={createdAt} />
      </p>
      {waiting && (
        <p>
          Gets our letters already; can recover your account <RelativeTime at={recoversAt} />
        </p>
      )}
      {primary && <p>{only ? 'Your passkeys carry this address. It stays as long as it is your only one.' : 'Your passkeys carry this address. To remove it, make another one primary first.'}</p>}
      <PromoteEmailDialog id={id} address={address} open={dialog === 'promote'} onClose={close} />
      <RemoveEmailDialog id={id} address={address} open={dialog === 'remove'} onClose={close} />
    </Row>
  )
}
