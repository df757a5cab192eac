'use client'

import { useCallback, useEffect, useState } from 'react'
import type { TabMemory } from '#app/_ui/browser/tab-memory.ts'

/** How far a flow has come, and the way to its next step. After a reload it goes on at the step this tab was in. */
export function useKeptProgress<Progress>(
  memory: TabMemory<Progress>,
  begin: () => Progress,
): [Progress, (to: Progress) => void] {
  const [progress, setProgress] = useState(begin)

  useEffect(() => {
    const kept = memory.kept()
    if (kept) setProgress(kept)
  }, [memory])

  const go = useCallback(
    (to: Progress) => {
      memory.keep(to)
      setProgress(to)
    },
    [memory],
  )
  return [progress, go]
}
