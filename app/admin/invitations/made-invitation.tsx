'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { bold } from '#app/_ui/language/bold.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'

export type Made = { link: string; expiresAt: number; email: string | undefined; people: number }

/** Shows the link of an invitation, which nothing shows again. */
export function MadeInvitation({
  made: { link, expiresAt, email, people },
  onClose,
}: {
  made: Made
  onClose: () => void
}) {
  const say = useWords('adminSignUp')
  return (
    <>
      <p className="text-soft">
        {email === undefined
          ? say('invitations.made.link', { people })
          : say.rich('invitations.made.letter', { email, b: bold })}
      </p>
      <p className="mt-2 text-soft">
        {say.rich('invitations.made.until', { time: () => <LocalTime at={expiresAt} /> })}
      </p>
      <div className="mt-4 rounded-md border border-line bg-sunken p-3">
        <code className="block text-sm break-all text-ink">{link}</code>
        <div className="mt-3">
          <CopyButton text={link} what={say('invitations.made.what')} />
        </div>
      </div>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {say('invitations.made.done')}
        </Button>
      </DialogActions>
    </>
  )
}
