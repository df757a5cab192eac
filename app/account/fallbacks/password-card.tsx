'use client'

import { useState } from 'react'
import { FallbackCard } from '#app/account/fallbacks/fallback-card.tsx'
import { RemovePasswordDialog } from '#app/account/fallbacks/remove-password-dialog.tsx'
import { SetPasswordDialog } from '#app/account/fallbacks/set-password-dialog.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { RectangleEllipsis } from '#app/_ui/icons.ts'
import { RelativeTime } from '#app/_ui/relative-time.tsx'

type Props = { email: string; setAt: number | undefined; app: boolean }

/** The password: only beside the authenticator app, and why. */
export function PasswordCard({ email, setAt, app }: Props) {
  const [dialog, setDialog] = useState<'set' | 'remove'>()
  const on = setAt !== undefined
  const close = () => setDialog(undefined)

  return (
    <FallbackCard
      icon={RectangleEllipsis}
      title="Password"
      badge={<Badge tone={on ? 'good' : 'plain'}>{on ? 'On' : 'Off'}</Badge>}
      actions={
        app && (
          <>
            <Button size={on ? 'small' : 'normal'} onClick={() => setDialog('set')}>
              {on ? 'Change password' : 'Set a password'}
            </Button>
            {on && (
              <Button size="small" look="quiet" onClick={() => setDialog('remove')}>
                Remove password
              </Button>
            )}
          </>
        )
      }
    >
      <p>For a computer that knows none of your passkeys. It always asks for a code beside it, from your authenticator app or from your backup codes.</p>
      {on && (
        <p>
          Set <RelativeTime at={setAt} />.
        </p>
      )}
      {!app && <p>You can set one once your authenticator app is on. Alone, a password could be guessed, or typed into a false page.</p>}
      <SetPasswordDialog email={email} changes={on} open={dialog === 'set'} onClose={close} />
      <RemovePasswordDialog open={dialog === 'remove'} onClose={close} />
    </FallbackCard>
  )
}
