'use client'

import { useWords } from '#app/_ui/language/words.tsx'

/** Lets the keyboard jump over the navigation. Seen only while focused. */
export function SkipLink() {
  const say = useWords('components')
  return (
    <a
      href="#main"
      className="fixed top-3 left-3 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2 font-medium text-on-accent transition-transform focus:translate-y-0"
    >
      {say('skip')}
    </a>
  )
}
