'use client'

import { NewPasswordForm } from '#app/account/fallbacks/new-password-form.tsx'
import { Dialog } from '#app/_ui/dialog.tsx'

type Props = { email: string; changes: boolean; open: boolean; onClose: () => void }

/** Sets the password, or changes it. */
export function SetPasswordDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog title={rest.changes ? 'Change your password' : 'Set a password'} open={open} onClose={onClose}>
      <NewPasswordForm {...rest} onClose={onClose} />
    </Dialog>
  )
}
