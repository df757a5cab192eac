'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import { Checkbox } from '#app/_ui/fields/checkbox.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useLeaveGuard } from '#app/_ui/backup-codes/use-leave-guard.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Lets the person go on once they say that they kept the codes; until then the browser asks before it leaves the page. */
export function BackupCodesSaved({ onSaved }: { onSaved: () => void }) {
  const say = useWords('codes')
  const [saved, setSaved] = useState(false)
  useLeaveGuard(!saved)

  return (
    <Form onSubmit={onSaved} className="mt-6 space-y-4 border-t border-line pt-5">
      <Checkbox
        label={say('saved')}
        name="saved"
        required
        checked={saved}
        onChange={(event) => setSaved(event.target.checked)}
      />
      <Button type="submit" look="primary" className="w-full">
        {say('continue')}
      </Button>
    </Form>
  )
}
