'use client'

import { ConfirmationWays } from '#app/_ui/confirmation-ways.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

type Props = { open: boolean; onDone: () => void; onClose: () => void }

/** Asks the person to prove once more that it is them, before something that matters. */
export function ConfirmationDialog({ open, onDone, onClose }: Props) {
  return (
    <Dialog title="Confirm it’s you" open={open} onClose={onClose}>
      <ConfirmationWays onDone={onDone} onClose={onClose} />
    </Dialog>
  )
}
