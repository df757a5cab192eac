'use client'

import { useState } from 'react'
import { DeleteAccountDialog } from '#app/account/data/delete-account-dialog.tsx'
import { SectionCard } from '#app/account/data/section-card.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Trash2 } from '#app/_ui/icons.ts'

/** The way to the account’s end. */
export function DeleteAccount() {
  const [open, setOpen] = useState(false)
  return (
    <SectionCard title="Delete the account">
      <p className="mb-4 max-w-xl text-sm text-soft">The account goes after seven days, with everything that was kept. Until then, signing in keeps it.</p>
      <Button onClick={() => setOpen(true)}>
        <Trash2 aria-hidden="true" className="size-5 text-danger" />
        Delete account …
      </Button>
      <DeleteAccountDialog open={open} onClose={() => setOpen(false)} />
    </SectionCard>
  )
}
