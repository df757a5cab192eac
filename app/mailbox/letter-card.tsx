'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { LetterBody } from '#app/mailbox/letter-body.tsx'
import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { Card } from '#app/_ui/lists/card.tsx'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ShownLetter } from '#app/_web/mailbox.ts'

/** One letter: to whom, what about, its code or link ready to use, and the whole of it on demand. */
export function LetterCard({ letter: { to, subject, at, code, link, html } }: { letter: ShownLetter }) {
  const say = useWords('places')
  return (
    <li>
      <Card>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 pt-4 pb-3">
          <div className="min-w-0">
            <h2 className="text-base tracking-normal">{subject}</h2>
            <p className="text-sm text-soft">
              <span>{`${say('mailbox.to', { to })} · `}</span>
              <RelativeTime at={at} />
            </p>
          </div>
          {code && (
            <p className="flex items-center gap-3">
              <span className="font-mono text-2xl font-semibold tracking-[0.16em]">{code}</span>
              <CopyButton text={code} what={say('mailbox.theCode')} />
            </p>
          )}
          {link && (
            <a href={link} className={buttonLook('secondary', 'small')}>
              {say('mailbox.openLink')}
            </a>
          )}
        </div>
        <LetterBody subject={subject} html={html} />
      </Card>
    </li>
  )
}
