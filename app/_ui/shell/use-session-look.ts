'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { hearOfSession } from '#app/_ui/browser/session-news.ts'

/** After this time what a page shows may have changed (milliseconds). */
const STALE = 60_000

/**
 * Looks after the session of this page whenever the page is looked at again: an account that is not this one any more is
 * left, and what is stale is read anew. Tells whether the session has ended, and hides that on request.
 */
export function useSessionLook(userId: string): { ended: boolean; dismiss: () => void } {
  const router = useRouter()
  const here = usePathname()
  const [ended, setEnded] = useState(false)
  const readAt = useRef(0)

  useEffect(() => {
    readAt.current ||= Date.now()

    function readAnew() {
      readAt.current = Date.now()
      router.refresh()
    }

    async function look() {
      if (document.visibilityState === 'hidden') return
      try {
        const { user } = await answer(api.session.$get())
        if (user.id !== userId) return window.location.reload()
        setEnded(false)
        if (Date.now() - readAt.current >= STALE) readAnew()
      } catch {
        // A session that has ended is told by the answer itself. Anything else is about the moment.
      }
    }

    const lookAgain = () => void look()
    if (Date.now() - readAt.current >= STALE) readAnew()
    document.addEventListener('visibilitychange', lookAgain)
    window.addEventListener('focus', lookAgain)
    return () => {
      document.removeEventListener('visibilitychange', lookAgain)
      window.removeEventListener('focus', lookAgain)
    }
  }, [here, router, userId])

  useEffect(
    () =>
      hearOfSession({
        onEnded: () => setEnded(true),
        onSignedOut: () => window.location.assign('/signed-out'),
      }),
    [],
  )

  return { ended, dismiss: () => setEnded(false) }
}
