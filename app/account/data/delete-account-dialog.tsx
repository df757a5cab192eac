'use client'

import { DeleteForm } from '#app/account/data/delete-form.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

/** Says what deleting the account means, and asks whether it is meant. */
export function DeleteAccountDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog title="Delete your account?" open={open} onClose={onClose}>
      <DeleteForm onClose={onClose} />
    </Dialog>
  )
}
