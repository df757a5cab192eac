'use client'

import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Props = { leftOver: LeftOver | undefined; onClose: () => void }

/** Offers to end what a removed passkey had opened elsewhere: whoever took it may still be signed in. */
export function LeftOverSessions({ leftOver, onClose }: Props) {
  const say = useWords('passkeys')
  const done = useDone()
  const ids = leftOver?.sessions ?? []
  const count = ids.length

  async function endAll() {
    for (const id of ids) await answer(api.sessions[':id'].$delete({ param: { id } })).catch(unlessGone)
  }

  function ended() {
    onClose()
    done(say('leftOver.done', { count }))
  }

  return (
    <DangerDialog
      open={count > 0}
      words={{
        title: say('leftOver.title', { name: leftOver?.name ?? '' }),
        act: say('leftOver.signOut', { count }),
        keep: say('leftOver.leave'),
      }}
      facts={[say('leftOver.hint', { count })]}
      look="primary"
      act={endAll}
      keep={onClose}
      after={ended}
    />
  )
}

/** A session that has ended by itself is as wanted. */
function unlessGone(thrown: unknown): void {
  if (!isRefusal(thrown, 'not_found')) throw thrown
}
