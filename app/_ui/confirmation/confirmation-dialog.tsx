'use client'

import { ConfirmationWays } from '#app/_ui/confirmation/confirmation-ways.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import type { Touch } from '#server/touches.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { touch: Partial<Touch>; open: boolean; onDone: () => void; onClose: () => void }

/** Asks the person to prove once more that it is them, before something that matters. */
export function ConfirmationDialog({ touch, open, onDone, onClose }: Props) {
  const say = useWords('confirmation')
  return (
    <Dialog title={say('title')} open={open} onClose={onClose}>
      <ConfirmationWays touch={touch} onDone={onDone} onClose={onClose} />
    </Dialog>
  )
}
