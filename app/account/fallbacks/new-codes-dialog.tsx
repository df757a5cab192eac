'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { removedOfKind, withKept } from '#app/account/_removed/with-kept.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  remaining: number
  open: boolean
  onClose: () => void
  onMade: (codes: string[], kept: string | undefined) => void
}

/** Says what happens to the codes there are, and makes new ones. `kept` is the id under which the older ones are kept. */
export function NewCodesDialog({ remaining, open, onClose, onMade }: Props) {
  const say = useWords('fallbacks')
  return (
    <DangerDialog
      open={open}
      words={{ title: say('newCodes.title'), act: say('newCodes.make'), keep: say('newCodes.keep') }}
      facts={[say('newCodes.old', { count: remaining }), say('newCodes.once'), say('newCodes.told')]}
      look="primary"
      act={() =>
        withKept(
          () => removedOfKind('backup_codes'),
          () => answer(api['backup-codes'].$post()),
        )
      }
      keep={onClose}
      after={({ answered, kept }) => onMade(answered.codes, kept)}
    />
  )
}
