'use client'

import { useState } from 'react'
import { ChevronRight } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** The whole letter, on demand. In its frame no script, no form and no link of a letter can do anything. */
export function LetterBody({ subject, html }: { subject: string; html: string }) {
  const say = useWords('places')
  const [open, setOpen] = useState(false)
  return (
    <details className="group border-t border-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex items-center gap-1.5 rounded-b-lg px-5 py-2.5 text-sm font-medium text-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        <span>{say('mailbox.read')}</span>
      </summary>
      {open && (
        <iframe
          title={say('mailbox.frame', { subject })}
          sandbox=""
          srcDoc={html}
          className="h-[34rem] w-full rounded-b-lg border-t border-line bg-white"
        />
      )}
    </details>
  )
}
