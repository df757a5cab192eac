'use client'

import { NewPasswordForm } from '#app/account/fallbacks/new-password-form.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { email: string; changes: boolean; open: boolean; onClose: () => void }

/** Sets the password, or changes it. */
export function SetPasswordDialog({ open, onClose, ...rest }: Props) {
  const say = useWords('fallbacks')
  return (
    <Dialog title={say(rest.changes ? 'newPassword.changeTitle' : 'newPassword.title')} open={open} onClose={onClose}>
      <NewPasswordForm {...rest} onClose={onClose} />
    </Dialog>
  )
}
