'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  remaining: number
  open: boolean
  onClose: () => void
  pending: boolean
  fault: string | undefined
  onMake: () => void
}

/** Says what becomes of the codes there are, before new ones are made. */
export function NewCodesDialog({ remaining, open, onClose, pending, fault, onMake }: Props) {
  const say = useWords('fallbacks')
  return (
    <Dialog title={say('newCodes.title')} open={open} onClose={onClose}>
      <Facts>
        <li>{say('newCodes.old', { count: remaining })}</li>
        <li>{say('newCodes.once')}</li>
        <li>{say('newCodes.told')}</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{say('newCodes.keep')}</Button>
        <Button look="primary" pending={pending} onClick={onMake}>
          {say('newCodes.make')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
