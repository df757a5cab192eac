'use client'

import { useRouter } from 'next/navigation'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Facts } from '#app/_ui/facts.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { useAction } from '#app/_ui/use-action.ts'

type Props = { open: boolean; onClose: () => void }

/** Says what removing the password means, and removes it. */
export function RemovePasswordDialog({ open, onClose }: Props) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.password.$delete()))
    onClose()
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title="Remove your password?" open={open} onClose={close}>
      <Facts>
        <li>It no longer signs you in, from the next moment on.</li>
        <li>Your other sessions end. You stay signed in here.</li>
        <li>Your passkeys, your authenticator app and your backup codes stay.</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>Keep it</Button>
        <Button look="danger" pending={pending} onClick={run}>
          Remove the password
        </Button>
      </DialogActions>
    </Dialog>
  )
}
