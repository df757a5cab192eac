import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'
import { PLACES } from '#app/account/_shell/shortcuts/places.ts'
import { pressedKey } from '#app/account/_shell/shortcuts/pressed-key.ts'
import { areShortcutsOn } from '#app/account/_shell/shortcuts/shortcut-memory.ts'

/** The letter after a `g` counts for this time (milliseconds). */
const TOGETHER = 5_000

/** Listens to the keys: `?` calls `onHelp`, and `g` and a letter lead to a page. Returns whether that page is on its way. */
export function useShortcutKeys(onHelp: () => void): boolean {
  const router = useRouter()
  const [going, startTransition] = useTransition()
  const begun = useRef(-TOGETHER)

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const key = pressedKey(event)
      if (key === undefined || !areShortcutsOn()) return
      const place = PLACES.find(({ letter }) => letter === key && event.timeStamp - begun.current < TOGETHER)
      begun.current = key === 'g' ? event.timeStamp : -TOGETHER
      if (place) startTransition(() => router.push(place.href))
      if (key === '?') onHelp()
      if (place || key === '?') event.preventDefault()
    }

    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onHelp, router])

  return going
}
