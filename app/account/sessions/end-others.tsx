'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Ends every session but this one. */
export function EndOthers({ count }: { count: number }) {
  const say = useWords('sessions')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const [open, setOpen] = useState(false)
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.sessions.$delete()))
    setOpen(false)
    note(say('endOthers.done'))
    router.refresh()
  })

  return (
    <div className="mt-5">
      <Button onClick={() => setOpen(true)}>{say('endOthers.button')}</Button>
      <Dialog title={say('endOthers.title')} open={open} onClose={() => setOpen(false)}>
        <p className="mb-4 text-soft">{say('endOthers.about', { count })}</p>
        <Fault>{fault}</Fault>
        <DialogActions>
          <Button onClick={() => setOpen(false)}>{say('endOthers.keep')}</Button>
          <Button look="danger" pending={pending} onClick={run}>
            {say('endOthers.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  )
}
