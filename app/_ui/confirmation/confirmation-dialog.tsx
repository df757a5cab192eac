'use client'

import { ConfirmationWays } from '#app/_ui/confirmation/confirmation-ways.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { open: boolean; onDone: () => void; onClose: () => void }

/** Asks the person to prove once more that it is them, before something that matters. */
export function ConfirmationDialog({ open, onDone, onClose }: Props) {
  const say = useWords('confirmation')
  return (
    <Dialog title={say('title')} open={open} onClose={onClose}>
      <ConfirmationWays onDone={onDone} onClose={onClose} />
    </Dialog>
  )
}
