'use client'

import { useState } from 'react'
import { useWords } from '#app/_ui/language/words.tsx'
import { DeleteAccountDialog } from '#app/account/data/delete-account-dialog.tsx'
import { SectionCard } from '#app/account/data/section-card.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Trash2 } from '#app/_ui/marks/icons.ts'

/** The way to the account’s end. */
export function DeleteAccount() {
  const say = useWords('data')
  const [open, setOpen] = useState(false)
  return (
    <SectionCard title={say('delete')}>
      <p className="mb-4 max-w-xl text-sm text-soft">{say('deleteHint')}</p>
      <Button onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" className="size-5 text-danger" />
        {say('deleteOpen')}
      </Button>
      <DeleteAccountDialog open={open} onClose={() => setOpen(false)} />
    </SectionCard>
  )
}
