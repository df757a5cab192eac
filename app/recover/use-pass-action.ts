'use client'

import { useAction } from '#app/_ui/api/use-action.ts'
import type { Go } from '#app/recover/progress.ts'
import { useWithPass } from '#app/recover/use-with-pass.ts'

/** An action that needs the pass. When the pass has run out, the person starts again with a fresh code. */
export function usePassAction(email: string, go: Go, work: () => Promise<void>) {
  const withPass = useWithPass(email, go)
  return useAction(async () => void (await withPass(work)))
}
