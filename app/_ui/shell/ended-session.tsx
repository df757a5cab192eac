'use client'

import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { useSessionLook } from '#app/_ui/shell/use-session-look.ts'

/** Says that the session of this page has ended, without leaving it: what was typed stays, and goes on once signed in again. */
export function EndedSession({ userId }: { userId: string }) {
  const say = useWords('shell')
  const { ended, dismiss } = useSessionLook(userId)
  return (
    <Dialog title={say('ended.title')} open={ended} onClose={dismiss}>
      <p className="mb-5 text-soft">{say('ended.what')}</p>
      <a href="/sign-in" target="_blank" rel="noreferrer" className={`${buttonLook('primary', 'normal')} w-full`}>
        {say('ended.signIn')}
      </a>
    </Dialog>
  )
}
