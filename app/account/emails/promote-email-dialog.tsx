'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'

type Props = { id: string; address: string; open: boolean; onClose: () => void }

/** Says what making an address the primary one means, and does it. */
export function PromoteEmailDialog({ id, address, open, onClose }: Props) {
  const say = useWords('emails')
  const done = useDone()

  async function promote() {
    const { accepted } = await answer(api.emails[':id'].primary.$put({ param: { id } }))
    await signalAccepted(accepted)
  }

  function promoted() {
    onClose()
    done(say('promote.done', { address }))
  }

  return (
    <DangerDialog
      open={open}
      words={{ title: say('promote.title'), act: say('promote.confirm'), keep: say('promote.keep') }}
      facts={[say.rich('promote.name', { address, b: bold }), say('promote.stays')]}
      look="primary"
      act={promote}
      keep={onClose}
      after={promoted}
    />
  )
}
