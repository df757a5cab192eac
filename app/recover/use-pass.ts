'use client'

import { isOver } from '#app/_ui/is-over.ts'
import { useAction } from '#app/_ui/use-action.ts'
import type { Go } from '#app/recover/progress.ts'

const OVER = 'That step has run out, or the recovery was stopped meanwhile. Send yourself a fresh code to go on.'

/** Runs something that needs the pass. When the pass is over, the person starts again with a fresh code and the same address. */
export function usePass(email: string, go: Go, work: () => Promise<void>) {
  return useAction(async () => {
    try {
      await work()
    } catch (thrown) {
      if (!isOver(thrown)) throw thrown
      go({ step: 'address', email, notice: OVER })
    }
  })
}
