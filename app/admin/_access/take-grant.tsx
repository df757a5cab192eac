'use client'

import { useState } from 'react'
import { type Grant, take } from '#app/admin/_access/grants.ts'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Takes a group or a role away. `what` and `whom`: how they are called. */
export function TakeGrant({ grant, what, whom }: { grant: Grant; what: string; whom: string }) {
  const say = useWords('adminAccess')
  const done = useDone()
  const [open, setOpen] = useState(false)
  const named = { what, whom }
  const { kind } = grant

  function taken() {
    setOpen(false)
    done(say(`take.${kind}.done`, named))
  }

  return (
    <>
      <Button look="quiet" size="small" aria-label={say(`take.${kind}.label`, named)} onClick={() => setOpen(true)}>
        {say(`take.${kind}.button`)}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say(`take.${kind}.title`, { what }), act: say(`take.${kind}.confirm`) }}
        facts={[say(`take.${kind}.who`, { whom }), say('take.counts'), say(`take.${kind}.told`)]}
        act={() => take(grant)}
        keep={() => setOpen(false)}
        after={taken}
      />
    </>
  )
}
