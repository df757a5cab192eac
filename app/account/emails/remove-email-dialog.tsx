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

type Props = { id: string; address: string; open: boolean; onClose: () => void }

/** Says what removing an address means, and removes it. */
export function RemoveEmailDialog({ id, address, open, onClose }: Props) {
  const say = useWords('emails')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.emails[':id'].$delete({ param: { id } })))
    onClose()
    note(say('remove.done', { address }))
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title={say('remove.title')} open={open} onClose={close}>
      <Facts>
        <li>
          {say.rich('remove.last', { address, b: (text) => <strong className="font-medium text-ink">{text}</strong> })}
        </li>
        <li>{say('remove.after')}</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>{say('remove.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('remove.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
