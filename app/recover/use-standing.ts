'use client'

import { useEffect, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import type { Go, Pass } from '#app/recover/progress.ts'

/** The letter is mostly accepted within a moment, so the first questions follow soon (milliseconds). */
const [SOON, AGAIN] = [200, 3_000]

/**
 * Asks the server where the wait stands (asking moves nothing): soon and then every few seconds until its clock runs, and then whenever the tab
 * is looked at again. Tells whether the pass has run out, so that this page cannot see it any more.
 */
export function useStanding(pass: Pass, go: Go): boolean {
  const [blind, setBlind] = useState(false)
  const running = pass.readyAt !== undefined

  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    let pause = SOON

    async function look() {
      clearTimeout(timer)
      if (document.visibilityState === 'hidden' && running) return
      try {
        const { readyAt, closesAt } = await answer(api.recovery.start.$post({ json: { ceremony: pass.ceremony } }))
        if (!stopped && readyAt !== pass.readyAt)
          go({ step: 'waiting', pass: { ...pass, state: 'waiting', readyAt, closesAt } })
      } catch (thrown) {
        if (stopped) return
        if (isOver(thrown)) return setBlind(true)
        // Anything else may be about the moment: it is asked again.
      }
      if (!stopped && !running) timer = setTimeout(() => void look(), pause)
      pause = Math.min(AGAIN, 2 * pause)
    }

    const lookAgain = () => void look()
    lookAgain()
    document.addEventListener('visibilitychange', lookAgain)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', lookAgain)
    }
  }, [pass, running, go])

  return blind
}
