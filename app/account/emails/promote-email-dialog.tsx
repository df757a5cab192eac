'use client'

import { useRouter } from 'next/navigation'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Facts } from '#app/_ui/facts.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { signalAccepted } from '#app/_ui/passkey-ceremony.ts'
import { useAction } from '#app/_ui/use-action.ts'

type Props = { id: string; address: string; open: boolean; onClose: () => void }

/** Says what making an address the primary one means, and does it. */
export function PromoteEmailDialog({ id, address, open, onClose }: Props) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    const { accepted } = await confirmed(() => answer(api.emails[':id'].primary.$put({ param: { id } })))
    await signalAccepted(accepted)
    onClose()
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title="Make this your primary address?" open={open} onClose={close}>
      <Facts>
        <li>
          <strong className="font-medium text-ink">{address}</strong> becomes the name of your account. Password managers that can be told show it beside your passkeys.
        </li>
        <li>The address that was primary stays. It is told, and can undo this for 7 days.</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>Leave it</Button>
        <Button look="primary" pending={pending} onClick={run}>
          Make it primary
        </Button>
      </DialogActions>
    </Dialog>
  )
}
