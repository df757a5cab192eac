'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Ends every session but this one. */
export function EndOthers({ count }: { count: number }) {
  const say = useWords('sessions')
  const done = useDone()
  const [open, setOpen] = useState(false)

  function ended() {
    setOpen(false)
    done(say('endOthers.done'))
  }

  return (
    <div className="mt-5">
      <Button onClick={() => setOpen(true)}>{say('endOthers.button')}</Button>
      <DangerDialog
        open={open}
        words={{ title: say('endOthers.title'), act: say('endOthers.confirm'), keep: say('endOthers.keep') }}
        facts={[say('endOthers.about', { count })]}
        act={() => answer(api.sessions.$delete())}
        keep={() => setOpen(false)}
        after={ended}
      />
    </div>
  )
}
