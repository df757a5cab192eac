'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { StopRecoveryDialog } from '#app/recover/stop-recovery-dialog.tsx'

/** Lets whoever asked for the recovery stop it. */
export function StopRecovery({ pass, go }: { pass: Pass; go: Go }) {
  const say = useWords('recover')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        {say('stop.button')}
      </Button>
      <StopRecoveryDialog pass={pass} go={go} open={open} onClose={() => setOpen(false)} />
    </>
  )
}
