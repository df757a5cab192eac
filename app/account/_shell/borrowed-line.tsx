'use client'

import { signOut } from '#app/_ui/shell/sign-out.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Clock } from '#app/_ui/marks/icons.ts'
import { ClockTime } from '#app/_ui/time/clock-time.tsx'

/** Says when a short session ends, on a computer that may be borrowed, and is the way out before that. */
export function BorrowedLine({ until }: { until: number }) {
  const say = useWords('account')
  const { run, pending, fault } = useAction(signOut)
  return (
    <section
      aria-label={say('borrowed.label')}
      className="-mt-3 mb-5 border-b border-line pb-2 text-sm text-soft md:-mt-5"
    >
      <div className="flex flex-wrap items-center gap-x-2">
        <Clock aria-hidden="true" className="size-4 shrink-0" />
        <p>{say.rich('borrowed.until', { time: () => <ClockTime at={until} /> })}</p>
        <span aria-hidden="true">·</span>
        <button
          type="button"
          aria-disabled={pending || undefined}
          onClick={pending ? undefined : run}
          className="rounded-sm py-1 font-medium text-link underline decoration-link/35 underline-offset-3 hover:decoration-link"
        >
          {say('borrowed.signOut')}
        </button>
      </div>
      <p role="alert" className="text-danger">
        {fault}
      </p>
    </section>
  )
}
