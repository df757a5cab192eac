'use client'

import { isOver } from '#app/_ui/api/is-over.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Runs something that needs the pass. When the pass is over, the person starts again with a fresh code and the same address. */
export function usePass(email: string, go: Go, work: () => Promise<void>) {
  const say = useWords('recover')
  return useAction(async () => {
    try {
      await work()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      go({ step: 'address', email, notice: say('over') })
    }
  })
}
