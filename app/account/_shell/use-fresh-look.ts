'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

const STALE = 60_000

/** Has the pages of the account read anew when one is opened, or looked at again, after more than a minute. */
export function useFreshLook(): void {
  const router = useRouter()
  const here = usePathname()
  const lookedAt = useRef(0)

  useEffect(() => {
    lookedAt.current ||= Date.now()

    function look() {
      if (document.visibilityState === 'hidden' || Date.now() - lookedAt.current < STALE) return
      lookedAt.current = Date.now()
      router.refresh()
    }

    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [here, router])
}
