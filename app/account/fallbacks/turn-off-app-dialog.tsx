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

type Props = { password: boolean; open: boolean; onClose: () => void }

/** Says what turning the authenticator app off means, and does it. */
export function TurnOffAppDialog({ password, open, onClose }: Props) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.totp.$delete()))
    onClose()
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title="Turn off the authenticator app?" open={open} onClose={close}>
      <Facts>
        <li>Its codes stop working at once.</li>
        {password && <li>Your password goes with it: here a password never stands alone.</li>}
        <li>Your other sessions end. You stay signed in here.</li>
        <li>Your backup codes and passkeys stay as they are.</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>Keep it on</Button>
        <Button look="danger" pending={pending} onClick={run}>
          Turn it off
        </Button>
      </DialogActions>
    </Dialog>
  )
}
