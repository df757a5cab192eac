'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { useWithPass } from '#app/recover/use-with-pass.ts'

/** Lets whoever asked for the recovery cancel it. */
export function CancelOwnRecovery({ pass: { email, ceremony }, go }: { pass: Pass; go: Go }) {
  const say = useWords('recover')
  const withPass = useWithPass(email, go)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button className="w-full" onClick={() => setOpen(true)}>
        {say('stop.button')}
      </Button>
      <DangerDialog
        open={open}
        words={{ title: say('stop.title'), act: say('stop.stop'), keep: say('stop.keep') }}
        facts={[say('stop.stays'), say('stop.lost')]}
        act={() => withPass(() => answer(api.recovery.cancel.$post({ json: { ceremony } })))}
        keep={() => setOpen(false)}
        after={(cancelled) => cancelled && go({ step: 'cancelled', email })}
      />
    </>
  )
}
