'use client'

import { Button } from '#app/_ui/button.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Facts } from '#app/_ui/facts.tsx'
import { Fault } from '#app/_ui/fault.tsx'

type Props = { remaining: number; open: boolean; onClose: () => void; pending: boolean; fault: string | undefined; onMake: () => void }

/** Says what becomes of the codes there are, before new ones are made. */
export function NewCodesDialog({ remaining, open, onClose, pending, fault, onMake }: Props) {
  return (
    <Dialog title="Make new backup codes?" open={open} onClose={onClose}>
      <Facts>
        <li>{remaining === 1 ? 'The code you still have stops' : `The ${remaining} codes you still have stop`} working at once.</li>
        <li>The ten new ones are shown only this once: be ready to print or save them.</li>
        <li>We tell you by mail that new codes were made.</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>Keep the old ones</Button>
        <Button look="primary" pending={pending} onClick={onMake}>
          Make ten new codes
        </Button>
      </DialogActions>
    </Dialog>
  )
}
