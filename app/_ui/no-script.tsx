'use client'

import { useWords } from '#app/_ui/words.tsx'

/** Says why nothing moves when JavaScript is off. */
export function NoScript() {
  const say = useWords('components')
  return (
    <noscript>
      <p className="mt-4 rounded-lg bg-warn-tint px-4 py-3 text-sm text-ink">
        {say('noScript')}
      </p>
    </noscript>
  )
}
