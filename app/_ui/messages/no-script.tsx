'use client'

import { useWords } from '#app/_ui/language/words.tsx'

/** Says what is missing when JavaScript is off. What could only be pressed in vain is hidden then, by the stylesheet. */
export function NoScript() {
  const say = useWords('components')
  return (
    <noscript>
      <p className="my-4 rounded-lg bg-warn-tint px-4 py-3 text-sm text-ink">{say('noScript')}</p>
    </noscript>
  )
}
