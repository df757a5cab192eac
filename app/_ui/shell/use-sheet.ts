import { type RefObject, useEffect, useRef, useState } from 'react'

type Sheet = { open: boolean; toggle: () => void; close: () => void; root: RefObject<HTMLElement | null> }

/** What opens above its button and closes with Escape, with a press or a focus outside, and on another page. */
export function useSheet(here: string): Sheet {
  const root = useRef<HTMLElement>(null)
  const [openOn, setOpenOn] = useState<string>()
  const open = openOn === here

  useEffect(() => {
    if (!open) return
    function leave(event: Event) {
      if (!(event.target instanceof Node && root.current?.contains(event.target))) setOpenOn(undefined)
    }
    function escape(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      setOpenOn(undefined)
      root.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', escape)
    }
  }, [open])

  return { open, toggle: () => setOpenOn(open ? undefined : here), close: () => setOpenOn(undefined), root }
}
