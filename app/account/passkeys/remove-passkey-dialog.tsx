'use client'

import { useRouter } from 'next/navigation'
import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import type { ShownPasskey } from '#app/_web/own.ts'

type Props = {
  passkey: ShownPasskey
  /** It has not settled. */
  young: boolean
  only: boolean
  open: boolean
  onClose: () => void
  onRemoved: (leftOver: LeftOver) => void
}

/** Says what removing a passkey means, and removes it. */
export function RemovePasskeyDialog({ passkey: { id, name }, young, only, open, onClose, onRemoved }: Props) {
  const say = useWords('passkeys')
  const router = useRouter()

  async function remove() {
    const { accepted, sessions } = await answer(api.passkeys[':id'].$delete({ param: { id } }))
    await signalAccepted(accepted)
    return sessions
  }

  function removed(sessions: string[]) {
    onClose()
    onRemoved({ name, sessions })
    router.refresh()
  }

  return (
    <DangerDialog
      open={open}
      words={{ title: say('remove.title', { name }), act: say('remove.confirm'), keep: say('remove.keep') }}
      facts={[
        ...(only ? [say('remove.only'), say('remove.addFirst')] : []),
        say('remove.signIn'),
        say('remove.copy'),
        say(young ? 'remove.young' : 'remove.undo'),
      ]}
      act={remove}
      keep={onClose}
      after={removed}
    />
  )
}
