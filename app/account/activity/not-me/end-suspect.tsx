'use client'

import { useState } from 'react'
import { EndOthers } from '#app/account/sessions/end-others.tsx'
import { EndSessionDialog } from '#app/account/sessions/end-session-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownSession } from '#app/_web/own.ts'

/** Ends a session, if it is live. The session of this browser is not ended here: the `others` are. */
export function EndSuspect({ session, others }: { session: ShownSession | undefined; others: number }) {
  const say = useWords('notMe')
  const of = useWords('sessions')
  const [ending, setEnding] = useState(false)
  if (!session) return <p>{say('end.over')}</p>
  if (session.current)
    return (
      <>
        <p>{say('end.here')}</p>
        {others > 0 && <EndOthers count={others} />}
      </>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
      <p className="min-w-0 flex-1 basis-60">{say('end.live')}</p>
      <Button look="danger" onClick={() => setEnding(true)}>
        {of('end.confirm')}
      </Button>
      <EndSessionDialog session={session} open={ending} onClose={() => setEnding(false)} />
    </div>
  )
}
