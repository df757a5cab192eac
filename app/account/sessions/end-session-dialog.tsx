'use client'

import { useRouter } from 'next/navigation'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownSession } from '#app/_web/sessions.ts'

type Props = { session: ShownSession; open: boolean; onClose: () => void }

/** Says what ending a session means, and ends it. */
export function EndSessionDialog({ session: { id, device }, open, onClose }: Props) {
  const say = useWords('sessions')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.sessions[':id'].$delete({ param: { id } })))
    onClose()
    note(say('end.done', { device: device.phrase }))
    router.refresh()
  })

  return (
    <Dialog title={say('end.title')} open={open} onClose={onClose}>
      <p className="mb-4 text-soft">{say('end.about', { device: device.phrase })}</p>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{say('end.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('end.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
