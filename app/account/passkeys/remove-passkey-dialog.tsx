'use client'

import { useRouter } from 'next/navigation'
import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

type Props = { passkey: ShownPasskey; open: boolean; onClose: () => void; onRemoved: (leftOver: LeftOver) => void }

/** Says what removing a passkey means, and removes it. */
export function RemovePasskeyDialog({ passkey, open, onClose, onRemoved }: Props) {
  const say = useWords('passkeys')
  const router = useRouter()
  const confirmed = useConfirmed()
  const { run, pending, fault } = useAction(async () => {
    const { accepted, sessions } = await confirmed(() =>
      answer(api.passkeys[':id'].$delete({ param: { id: passkey.id } })),
    )
    await signalAccepted(accepted)
    onClose()
    onRemoved({ name: passkey.name, sessions })
    router.refresh()
  })

  return (
    <Dialog title={say('remove.title', { name: passkey.name })} open={open} onClose={onClose}>
      <ul className="mb-4 list-disc space-y-1.5 pl-5 text-soft marker:text-edge">
        <li>{say('remove.signIn')}</li>
        <li>{say('remove.copy')}</li>
        <li>{say('remove.undo')}</li>
      </ul>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{say('remove.keep')}</Button>
        <Button look="danger" pending={pending} onClick={run}>
          {say('remove.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
