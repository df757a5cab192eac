'use client'

import { useRouter } from 'next/navigation'
import { useNote } from '#app/_ui/messages/toasts.tsx'

/** Leaves a note about what was done, and has the page read again. */
export function useDone(): (text: string) => void {
  const router = useRouter()
  const note = useNote()
  return (text) => {
    note(text)
    router.refresh()
  }
}
