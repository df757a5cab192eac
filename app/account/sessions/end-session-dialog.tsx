'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownSession } from '#app/_web/own.ts'

type Props = { session: ShownSession; open: boolean; onClose: () => void }

/** Says what ending a session means, and ends it. */
export function EndSessionDialog({ session: { id, device }, open, onClose }: Props) {
  const say = useWords('sessions')
  const done = useDone()

  function ended() {
    onClose()
    done(say('end.done', { device: device.phrase }))
  }

  return (
    <DangerDialog
      open={open}
      words={{ title: say('end.title'), act: say('end.confirm'), keep: say('end.keep') }}
      facts={[say('end.about', { device: device.phrase })]}
      act={() => answer(api.sessions[':id'].$delete({ param: { id } }))}
      keep={onClose}
      after={ended}
    />
  )
}
