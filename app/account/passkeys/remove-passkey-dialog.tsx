'use client'

import { useBringBack } from '#app/account/_removed/use-bring-back.ts'
import { removedOfKind, withKept } from '#app/account/_removed/with-kept.ts'
import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
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
  const done = useDone()
  const back = useBringBack()

  async function remove() {
    const { answered, kept } = await withKept(
      () => removedOfKind('passkey'),
      () => answer(api.passkeys[':id'].$delete({ param: { id } })),
    )
    await signalAccepted(answered.accepted)
    return { sessions: answered.sessions, kept }
  }

  function removed({ sessions, kept }: Awaited<ReturnType<typeof remove>>) {
    onClose()
    onRemoved({ name, sessions })
    done(say('remove.done', { name }), kept === undefined ? undefined : () => back({ id: kept, kind: 'passkey', name }))
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
