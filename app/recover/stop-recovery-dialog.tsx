'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { usePass } from '#app/recover/use-pass.ts'

type Props = { pass: Pass; go: Go; open: boolean; onClose: () => void }

/** Says what stopping the recovery means, and stops it. */
export function StopRecoveryDialog({ pass: { email, ceremony }, go, open, onClose }: Props) {
  const say = useWords('recover')
  const { run, pending, fault } = usePass(email, go, async () => {
    await answer(api.recovery.cancel.$post({ json: { ceremony } }))
    go({ step: 'cancelled', email })
  })

  return (
    <Dialog title={say('stop.title')} open={open} onClose={onClose}>
      <ul className="mb-4 list-disc space-y-1.5 pl-5 text-soft marker:text-edge">
        <li>{say('stop.stays')}</li>
        <li>{say('stop.lost')}</li>
      </ul>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{say('stop.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('stop.stop')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
