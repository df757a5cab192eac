'use client'

import { useRouter } from 'next/navigation'
import type { Undo } from '#app/_ui/messages/notes.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'

/**
 * Leaves a note about what was done, and has the page read again. With `undo`, the note offers to undo it. Every finished act
 * that stays on its page is told like this, unless there is something to read or to do next: that has a card of its own.
 */
export function useDone(): (text: string, undo?: Undo) => void {
  const router = useRouter()
  const note = useNote()
  return (text, undo) => {
    note(text, undo)
    router.refresh()
  }
}
