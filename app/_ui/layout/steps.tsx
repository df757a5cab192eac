'use client'

import { Check } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Where in a flow the person is. `at` counts from 0; a value past the end means all of it is done. */
export function Steps({ names, at }: { names: readonly string[]; at: number }) {
  const say = useWords('components')
  return (
    <ol aria-label={say('progress')} className="flex items-center gap-2 text-xs">
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} className="flex flex-1 flex-col gap-2">
          <span className={`h-1 rounded-full transition-colors ${index <= at ? 'bg-accent' : 'bg-line'}`} />
          <span className={`flex items-center gap-1 ${index === at ? 'font-medium text-ink' : 'text-soft'}`}>
            {index < at && <Check aria-label={say('done')} className="size-3.5 text-link" strokeWidth={2.5} />}
            <span>{name}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
