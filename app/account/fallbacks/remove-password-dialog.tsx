'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useBringBack } from '#app/account/_removed/use-bring-back.ts'
import { removedOfKind, withKept } from '#app/account/_removed/with-kept.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Props = { open: boolean; onClose: () => void }

/** Says what removing the password means, and removes it. */
export function RemovePasswordDialog({ open, onClose }: Props) {
  const say = useWords('fallbacks')
  const done = useDone()

  const back = useBringBack()

  function removed({ kept }: { kept: string | undefined }) {
    onClose()
    done(say('removePassword.done'), kept === undefined ? undefined : () => back({ id: kept, kind: 'password' }))
  }

  return (
    <DangerDialog
      open={open}
      words={{
        title: say('removePassword.title'),
        act: say('removePassword.confirm'),
        keep: say('removePassword.keep'),
      }}
      facts={[say('removePassword.signIn'), say('othersEnd'), say('removePassword.others')]}
      act={() =>
        withKept(
          () => removedOfKind('password'),
          () => answer(api.password.$delete()),
        )
      }
      keep={onClose}
      after={removed}
    />
  )
}
