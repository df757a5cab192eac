'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { ConfirmationDialog } from '#app/_ui/confirmation/confirmation-dialog.tsx'
import { PasskeyFault } from '#app/_ui/passkeys/passkey-fault.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'

type Confirmed = <Result>(action: () => Promise<Result>) => Promise<Result>

const Context = createContext<Confirmed>((action) => action())

/** Lets everything inside run actions that the server may first want a confirmation for. */
export function Confirmation({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const settle = useRef<(confirmed: boolean) => void>(() => {})

  const confirmed: Confirmed = useCallback(async (action) => {
    try {
      return await action()
    } catch (thrown) {
      if (!isRefusal(thrown, 'confirmation_required')) throw thrown
      setOpen(true)
      const done = await new Promise<boolean>((resolve) => {
        settle.current = resolve
      })
      setOpen(false)
      if (!done) throw new PasskeyFault('cancelled')
      return action()
    }
  }, [])

  return (
    <Context value={confirmed}>
      {children}
      <ConfirmationDialog open={open} onDone={() => settle.current(true)} onClose={() => settle.current(false)} />
    </Context>
  )
}

/** Runs an action; if the server wants a confirmation first, asks the person for it and runs the action again. */
export function useConfirmed(): Confirmed {
  return useContext(Context)
}
