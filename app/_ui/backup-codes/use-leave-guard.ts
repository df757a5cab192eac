'use client'

import { useEffect } from 'react'

/** Has the browser ask before the page is left, while there is something on it that cannot be seen again. */
export function useLeaveGuard(guarded: boolean): void {
  useEffect(() => {
    if (!guarded) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    document.addEventListener('click', leaveWhole, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', ask)
      document.removeEventListener('click', leaveWhole, { capture: true })
    }
  }, [guarded])
}

/** A link followed inside the app would leave without being asked: it becomes a whole new page. */
function leaveWhole(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hash || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  event.stopPropagation()
  window.location.assign(link.href)
}
