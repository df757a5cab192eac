'use client'

import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useState } from 'react'
import type { Given, Undo } from '#app/_ui/messages/notes.tsx'

type Leave = (text: string, undo?: Undo) => void

const Leaving = createContext<Leave>(() => {})
const Notes = lazy(() => import('#app/_ui/messages/notes.tsx').then((file) => ({ default: file.Notes })))

/** Short notes about what was just done, for the pages inside. What shows them is loaded with the first one. */
export function Toasts({ children }: { children: ReactNode }) {
  const [given, setGiven] = useState<Given[]>([])
  const leave = useCallback<Leave>((text, undo) => setGiven((before) => [...before, { text, undo }]), [])
  return (
    <Leaving value={leave}>
      {children}
      {given.length > 0 && (
        <Suspense>
          <Notes given={given} />
        </Suspense>
      )}
    </Leaving>
  )
}

/** Leaves a note, which may offer to undo what it is about. Only the last note does. */
export function useNote(): Leave {
  return use(Leaving)
}
