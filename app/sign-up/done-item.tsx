'use client'

import type { ReactNode } from 'react'
import { ChevronRight, Circle, CircleCheck } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { title: string; note?: string; done?: boolean; href?: string; children?: ReactNode }

/** One item of the checklist after signing up: done, to be done right here, or on the page it leads to. */
export function DoneItem({ title, note, done = false, href, children }: Props) {
  const say = useWords('signUp')
  const Mark = done ? CircleCheck : Circle
  const line = (
    <>
      <Mark
        aria-label={say(done ? 'done' : 'toDo')}
        className={`mt-0.5 size-5 shrink-0 ${done ? 'text-link' : 'text-edge'}`}
      />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{title}</span>
        {note && <span className="block text-sm text-soft">{note}</span>}
      </span>
    </>
  )
  return (
    <li>
      {href ? (
        // A whole new page, as everything after signing in.
        <a href={href} className="flex items-start gap-3 px-4 py-3.5 hover:bg-sunken">
          {line}
          <ChevronRight aria-hidden="true" className="size-5 shrink-0 self-center text-soft" />
        </a>
      ) : (
        <div className="flex items-start gap-3 px-4 py-3.5">{line}</div>
      )}
      {children && <div className="px-4 pb-4">{children}</div>}
    </li>
  )
}
