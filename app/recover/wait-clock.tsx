'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { remaining } from '#app/recover/remaining.ts'

const RING = { cx: 50, cy: 50, r: 46, fill: 'none', strokeWidth: 4 }

/** A ring that fills while the wait goes by, and how much of it is left. */
export function WaitClock({ left, delay }: { left: number; delay: number }) {
  const say = useWords('recover')
  // The round end of a line of almost no length is a dot: something has begun.
  const gone = Math.min(100, Math.max(0.01, 100 * (1 - left / delay)))
  return (
    <div role="timer" className="relative mx-auto my-6 flex size-44 flex-col items-center justify-center">
      <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 size-full -rotate-90">
        <circle {...RING} className="stroke-line" />
        <circle
          {...RING}
          pathLength="100"
          strokeDasharray={`${gone} 200`}
          strokeLinecap="round"
          className="stroke-accent"
        />
      </svg>
      <span className="text-xl font-semibold tracking-tight tabular-nums">
        {remaining(Math.min(left, delay)) ?? say('waiting.underMinute')}
      </span>
      <span className="text-sm text-soft">{say('waiting.toGo')}</span>
    </div>
  )
}
