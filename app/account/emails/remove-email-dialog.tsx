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

type Props = { id: string; address: string; open: boolean; onClose: () => void }

/** Says what removing an address means, and removes it. */
export function RemoveEmailDialog({ id, address, open, onClose }: Props) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.emails[':id'].$delete({ param: { id } })))
    onClose()
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title="Remove this address?" open={open} onClose={close}>
      <Facts>
        <li>
          <strong className="font-medium text-ink">{address}</strong> gets one last letter. From there this can be undone for 7 days.
        </li>
        <li>After that it can no longer help you back in, and gets no more letters from us.</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>Keep it</Button>
        <Button look="danger" pending={pending} onClick={run}>
          Remove this address
        </Button>
      </DialogActions>
    </Dialog>
  )
}
