'use client'

import { useRouter } from 'next/navigation'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { open: boolean; onClose: () => void }

/** Says what removing the password means, and removes it. */
export function RemovePasswordDialog({ open, onClose }: Props) {
  const say = useWords('fallbacks')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.password.$delete()))
    onClose()
    note(say('removePassword.done'))
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title={say('removePassword.title')} open={open} onClose={close}>
      <Facts>
        <li>{say('removePassword.signIn')}</li>
        <li>{say('othersEnd')}</li>
        <li>{say('removePassword.others')}</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>{say('removePassword.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('removePassword.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
