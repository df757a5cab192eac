import type { KeyboardEvent } from 'react'

const STOPS = 'a[href], button, input, select, textarea, summary'

/** Keeps Tab and Shift+Tab going round inside a dialog: a browser would go on to its own bar, where the page says nothing. */
export function keepInside(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
  )
  const [last, first] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]]
  if (document.activeElement !== last && document.activeElement !== event.currentTarget) return
  event.preventDefault()
  first?.focus()
}
