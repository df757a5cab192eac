'use client'

import { useState } from 'react'
import { FallbackCard } from '#app/account/fallbacks/fallback-card.tsx'
import { RemovePasswordDialog } from '#app/account/fallbacks/remove-password-dialog.tsx'
import { SetPasswordDialog } from '#app/account/fallbacks/set-password-dialog.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { RectangleEllipsis } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { email: string; setAt: number | undefined; app: boolean }

/** The password: only beside the authenticator app, and why. */
export function PasswordCard({ email, setAt, app }: Props) {
  const say = useWords('fallbacks')
  const [dialog, setDialog] = useState<'set' | 'remove'>()
  const on = setAt !== undefined
  const close = () => setDialog(undefined)

  return (
    <FallbackCard
      icon={RectangleEllipsis}
      title={say('password.title')}
      badge={<Badge tone={on ? 'good' : 'plain'}>{say(on ? 'on' : 'off')}</Badge>}
      actions={
        app && (
          <>
            <Button size={on ? 'small' : 'normal'} onClick={() => setDialog('set')}>
              {say(on ? 'password.change' : 'password.set')}
            </Button>
            {on && (
              <Button size="small" look="quiet" onClick={() => setDialog('remove')}>
                {say('password.remove')}
              </Button>
            )}
          </>
        )
      }
    >
      <p>{say('password.about')}</p>
      {on && <p>{say.rich('password.since', { time: () => <RelativeTime at={setAt} /> })}</p>}
      {!app && <p>{say('password.needsApp')}</p>}
      <SetPasswordDialog email={email} changes={on} open={dialog === 'set'} onClose={close} />
      <RemovePasswordDialog open={dialog === 'remove'} onClose={close} />
    </FallbackCard>
  )
}
