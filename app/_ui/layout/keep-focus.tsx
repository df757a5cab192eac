'use client'

import { useEffect } from 'react'

/** Places with a name of their own, which a screen reader says when the focus comes there. */
const NAMED = '[aria-label], [aria-labelledby], main'
/** How long what is new may take to ask for the focus itself (milliseconds). */
const MOMENT = 60

/**
 * Whoever presses a button that is gone afterwards would be nowhere, and have to start at the top of the page. So the focus goes to
 * the nearest place around it that is still there and has a name, unless something new takes it.
 */
export function KeepFocus() {
  useEffect(() => {
    let trail: Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined

    function settle() {
      const [held, ...around] = trail
      if (!held || document.activeElement !== document.body) return
      trail = []
      // Still there: the person left it themselves, by a press beside it.
      if (held.isConnected) return
      const place = around.find((each) => each.isConnected && each.matches(NAMED)) ?? document.querySelector('main')
      if (!(place instanceof HTMLElement)) return
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1
      place.focus({ preventScroll: true })
    }

    function remember({ target }: FocusEvent) {
      trail = []
      for (let each = target instanceof Element ? target : null; each; each = each.parentElement) trail.push(each)
    }

    function look() {
      if (document.activeElement !== document.body || trail.length === 0) return
      clearTimeout(timer)
      timer = setTimeout(settle, MOMENT)
    }

    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', remember)
    document.addEventListener('focusout', look)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
      document.removeEventListener('focusin', remember)
      document.removeEventListener('focusout', look)
    }
  }, [])
  return null
}
