'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { forgetSignIns } from '#app/_ui/browser/sign-in-memory.ts'
import { tellSignedOut } from '#app/_ui/browser/session-news.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Trash2 } from '#app/_ui/marks/icons.ts'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'

/** Deletes the account once the word was typed, and says goodbye with a whole new page. `held`: by a recovery under way. */
export function DeleteAccount({ held }: { held: boolean }) {
  const say = useWords('data')
  const [open, setOpen] = useState(false)
  return (
    <SectionCard title={say('delete')}>
      <p className="mb-4 max-w-xl text-sm text-soft">{say(held ? 'deleteHeld' : 'deleteHint')}</p>
      {!held && (
        <Button onClick={() => setOpen(true)}>
          <Trash2 aria-hidden="true" className="size-5 text-danger" />
          {say('deleteOpen')}
        </Button>
      )}
      <DangerDialog
        open={open}
        words={{ title: say('deleteTitle'), type: 'DELETE', act: say('deleteNow'), keep: say('keep') }}
        facts={[say('signedOut'), say('sevenDays'), say('allGoes'), say('letters')]}
        act={() => answer(api.account.$delete())}
        keep={() => setOpen(false)}
        after={() => {
          forgetSignIns()
          tellSignedOut()
          window.location.assign('/goodbye')
        }}
      />
    </SectionCard>
  )
}
