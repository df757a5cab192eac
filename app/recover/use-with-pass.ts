'use client'

import { isOver } from '#app/_ui/api/is-over.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go } from '#app/recover/progress.ts'

type WithPass = (work: () => Promise<unknown>) => Promise<boolean>

/**
 * Runs something that needs the pass and tells whether that was possible. When the pass has run out, the person starts again with a
 * fresh code and the same address.
 */
export function useWithPass(email: string, go: Go): WithPass {
  const say = useWords('recover')
  return async (work) => {
    try {
      await work()
      return true
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      go({ step: 'address', email, notice: say('over') })
      return false
    }
  }
}
