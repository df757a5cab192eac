'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { DeleteForm } from '#app/account/data/delete-form.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'

/** Says what deleting the account means, and asks whether it is meant. */
export function DeleteAccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords('data')
  return (
    <Dialog title={say('deleteTitle')} open={open} onClose={onClose}>
      <DeleteForm onClose={onClose} />
    </Dialog>
  )
}
