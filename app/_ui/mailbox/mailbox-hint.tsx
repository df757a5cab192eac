'use client'

import { ExternalLink } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

const LOOK =
  'inline-flex items-center gap-1 rounded-sm font-medium text-link underline decoration-link/35 underline-offset-3 hover:decoration-link'

/** On a server that keeps its letters: where they are. A new tab, because this one holds the sign-up; its own policy, so no soft link. */
export function MailboxHint() {
  const say = useWords('signUp')
  return (
    <p className="mt-5 border-t border-line pt-4 text-sm text-soft">
      {say.rich('mailbox', {
        link: (text) => (
          <a href="/mailbox" target="_blank" rel="noreferrer" className={LOOK}>
            <span>{text}</span>
            <ExternalLink aria-label={say('newTab')} className="size-3.5" />
          </a>
        ),
      })}
    </p>
  )
}
