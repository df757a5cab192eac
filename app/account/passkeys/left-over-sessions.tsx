'use client'

import { useRouter } from 'next/navigation'
import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Problem } from '#app/_ui/api/problem.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { leftOver: LeftOver | undefined; onClose: () => void }

/** Offers to end what a removed passkey had opened elsewhere: whoever took it may still be signed in. */
export function LeftOverSessions({ leftOver, onClose }: Props) {
  const say = useWords('passkeys')
  const router = useRouter()
  const confirmed = useConfirmed()
  const ids = leftOver?.sessions ?? []
  const { run, pending, fault } = useAction(async () => {
    for (const id of ids)
      await confirmed(() => answer(api.sessions[':id'].$delete({ param: { id } }))).catch(unlessGone)
    onClose()
    router.refresh()
  })

  return (
    <Dialog title={say('leftOver.title', { name: leftOver?.name ?? '' })} open={ids.length > 0} onClose={onClose}>
      <p className="mb-4 text-soft">{say('leftOver.hint', { count: ids.length })}</p>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onClose}>{say('leftOver.leave')}</Button>
        <Button look="primary" pending={pending} onClick={run}>
          {say('leftOver.signOut', { count: ids.length })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** A session that ended by itself meanwhile is as wanted. */
function unlessGone(thrown: unknown): void {
  if (!(thrown instanceof Problem && thrown.code === 'not_found')) throw thrown
}
