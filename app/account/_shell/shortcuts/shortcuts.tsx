'use client'

import { type ComponentType, createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Sheet } from '#app/account/_shell/shortcuts/shortcut-keys.tsx'

const Opening = createContext(() => {})

/** Opens the sheet of the keyboard shortcuts. */
export function useShortcutSheet(): () => void {
  return useContext(Opening)
}

/** The keyboard shortcuts of the account. Their code is loaded once the page is there. */
export function Shortcuts({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [Keys, setKeys] = useState<ComponentType<Sheet>>()

  useEffect(() => {
    // Without them everything can be reached as well.
    void import('#app/account/_shell/shortcuts/shortcut-keys.tsx').then(
      ({ ShortcutKeys }) => setKeys(() => ShortcutKeys),
      () => {},
    )
  }, [])

  return (
    <Opening value={() => setOpen(true)}>
      {children}
      {Keys && <Keys open={open} setOpen={setOpen} />}
    </Opening>
  )
}
