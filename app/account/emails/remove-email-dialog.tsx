'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { removedEmails, withKept } from '#app/account/_removed/with-kept.ts'
import { useBringBackEmail } from '#app/account/emails/use-bring-back-email.ts'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Props = { id: string; address: string; open: boolean; onClose: () => void }

/** Says what removing an address means, and removes it. */
export function RemoveEmailDialog({ id, address, open, onClose }: Props) {
  const say = useWords('emails')
  const done = useDone()

  const back = useBringBackEmail()

  function removed({ kept }: { kept: string | undefined }) {
    onClose()
    done(say('remove.done', { address }), kept === undefined ? undefined : () => back({ id: kept, address }))
  }

  return (
    <DangerDialog
      open={open}
      words={{ title: say('remove.title'), act: say('remove.confirm'), keep: say('remove.keep') }}
      facts={[say.rich('remove.last', { address, b: bold }), say('remove.after')]}
      act={() => withKept(removedEmails, () => answer(api.emails[':id'].$delete({ param: { id } })))}
      keep={onClose}
      after={removed}
    />
  )
}
