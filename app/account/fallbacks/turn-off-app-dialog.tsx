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

type Props = { password: boolean; open: boolean; onClose: () => void }

/** Says what turning the authenticator app off means, and does it. */
export function TurnOffAppDialog({ password, open, onClose }: Props) {
  const say = useWords('fallbacks')
  const router = useRouter()
  const note = useNote()
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => {
    await confirmed(() => answer(api.totp.$delete()))
    onClose()
    note(say('turnOffApp.done'))
    router.refresh()
  })

  function close() {
    forget()
    onClose()
  }

  return (
    <Dialog title={say('turnOffApp.title')} open={open} onClose={close}>
      <Facts>
        <li>{say('turnOffApp.codes')}</li>
        {password && <li>{say('turnOffApp.password')}</li>}
        <li>{say('othersEnd')}</li>
        <li>{say('turnOffApp.others')}</li>
      </Facts>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={close}>{say('turnOffApp.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('turnOffApp.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
