'use client'

import { useEffect } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Fingerprint } from '#app/_ui/marks/icons.ts'
import { touchByPasskey } from '#app/_ui/confirmation/touch-by-passkey.ts'
import { cancelPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import type { Touch } from '#server/touches.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** `onGone`: the passkeys that could have confirmed are not there any more. */
type Props = {
  touch: Partial<Touch>
  why?: string | undefined
  onDone: () => void
  onClose: () => void
  onGone: () => void
  onRather: (() => void) | undefined
}

/** Confirms with one of the account’s passkeys. */
export function ConfirmByPasskey({ touch, why, onDone, onClose, onGone, onRather }: Props) {
  const say = useWords('confirmation')
  const general = useWords('components')
  useEffect(() => cancelPasskey, [])
  const { run, pending, fault, hint } = useAction(async () => {
    if (await touchByPasskey(touch)) onDone()
    else onGone()
  })

  return (
    <>
      {touch.act && <p className="mb-2 font-medium">{say(`acts.${touch.act}`)}</p>}
      <p className="mb-4 text-soft">{why ?? say(touch.act ? 'touchByPasskey' : 'byPasskey')}</p>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{general('cancel')}</Button>
        <Button look="primary" autoFocus pending={pending} onClick={run}>
          {!pending && <Fingerprint aria-hidden="true" className="size-5" />}
          {say('confirmPasskey')}
        </Button>
      </DialogActions>
      <Status className="mt-3 text-sm text-soft sm:text-right">
        {pending ? general('asking') : (hint ?? general('willAsk'))}
      </Status>
      {onRather && (
        <div className="mt-4 border-t border-line pt-3">
          <Button look="quiet" size="small" className="-ml-3" onClick={onRather}>
            {say('ratherCode')}
          </Button>
        </div>
      )}
    </>
  )
}
