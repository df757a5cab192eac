'use client'

import { WAY_ICONS } from '#app/_ui/marks/way-icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { Check, X } from '#app/_ui/marks/icons.ts'
import type { Way } from '#app/_web/own.ts'

/** All ways of the account. Those that remain are lit. */
export function RemainingWays({ owned, remaining }: { owned: Way[]; remaining: Way[] }) {
  const say = useWords('account')
  return (
    <ul className="flex flex-wrap gap-2">
      {owned.map((way) => {
        const remains = remaining.includes(way)
        const [Icon, Verdict] = [WAY_ICONS[way], remains ? Check : X]
        return (
          <li
            key={way}
            className={
              'flex items-center gap-1.5 rounded-full border px-3 py-1 text-sm transition-colors duration-300 ' +
              (remains ? 'border-accent/30 bg-accent-tint font-medium text-link' : 'border-line text-soft')
            }
          >
            <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.9} />
            <span className={remains ? '' : 'line-through'}>{say(`way.${way}`)}</span>
            <Verdict
              aria-label={say(remains ? 'lost.remains' : 'lost.gone')}
              className="size-3.5 shrink-0"
              strokeWidth={2.5}
            />
          </li>
        )
      })}
    </ul>
  )
}
