'use client'

import { useEffect } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { Fingerprint } from '#app/_ui/icons.ts'
import { cancelPasskey, getPasskey } from '#app/_ui/passkey-ceremony.ts'
import { Problem } from '#app/_ui/problem.ts'
import { Status } from '#app/_ui/status.tsx'
import { useAction } from '#app/_ui/use-action.ts'

type Props = { open: boolean; onDone: () => void; onClose: () => void }

const NO_WAY = 'This session cannot be confirmed: every passkey you have was added after it began. Sign out and in again, then come back.'

/** Asks the person to prove once more that it is them, before something that matters. */
export function ConfirmationDialog({ open, onDone, onClose }: Props) {
  const { run, pending, fault, forget } = useAction(async () => {
    const { ceremony, options, ways } = await answer(api.confirmation.options.$post())
    if (ways.length === 0) throw new Problem({ code: 'confirmation_failed', status: 403, sentence: NO_WAY })
    const credential = await getPasskey(options)
    await answer(api.confirmation.$post({ json: { ceremony, credential } }))
    onDone()
  })

  useEffect(() => {
    if (!open) return
    forget()
    return cancelPasskey
  }, [open, forget])

  return (
    <Dialog title="Confirm it’s you" open={open} onClose={onClose}>
      <p className="mb-4 text-soft">This changes how your account can be entered. Use one of your passkeys to confirm; it then counts for ten minutes.</p>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" pending={pending} onClick={run}>
          {!pending && <Fingerprint aria-hidden="true" className="size-5" />}
          Confirm with a passkey
        </Button>
      </DialogActions>
      <Status className="mt-3 text-sm text-soft sm:text-right">
        {pending ? 'Look for the window of your browser or device.' : 'Your device will ask for your fingerprint, face or screen lock.'}
      </Status>
    </Dialog>
  )
}
