'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import { ConfirmationDialog } from '#app/_ui/confirmation/confirmation-dialog.tsx'
import { touchByPasskey } from '#app/_ui/confirmation/touch-by-passkey.ts'
import { PasskeyFault } from '#app/_ui/passkeys/passkey-fault.ts'
import { Covered } from '#app/_ui/overlays/covered.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import type { Touch } from '#server/touches.ts'

type Confirmed = <Result>(action: () => Promise<Result>) => Promise<Result>

const Context = createContext<Confirmed>((action) => action())

/** Lets everything inside run actions that the server may first want a confirmation for. */
export function Confirmation({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Partial<Touch>>()
  const settle = useRef<(confirmed: boolean) => void>(() => {})

  const confirmed: Confirmed = useCallback(async (action) => {
    try {
      return await action()
    } catch (thrown) {
      const touch = touchIn(thrown)
      if (!touch) throw thrown
      // What takes something away was just pressed: the passkey is asked for at once.
      if (touch.act && (await isTouchedAtOnce(touch))) return action()
      setAsked(touch)
      const done = await new Promise<boolean>((resolve) => {
        settle.current = resolve
      })
      setAsked(undefined)
      if (!done) throw new PasskeyFault('cancelled')
      return action()
    }
  }, [])

  return (
    <Context value={confirmed}>
      <Covered value={asked !== undefined}>{children}</Covered>
      <ConfirmationDialog
        touch={asked ?? {}}
        open={asked !== undefined}
        onDone={() => settle.current(true)}
        onClose={() => settle.current(false)}
      />
    </Context>
  )
}

/** What the server wants confirmed: anything, or one act. */
function touchIn(thrown: unknown): Partial<Touch> | undefined {
  if (isRefusal(thrown, 'confirmation_required')) return {}
  return isRefusal(thrown, 'touch_required') ? thrown.touch : undefined
}

/** Asks for the passkey. If it is not there, or is not given, the dialog offers every way. */
async function isTouchedAtOnce(touch: Partial<Touch>): Promise<boolean> {
  try {
    return await touchByPasskey(touch)
  } catch (thrown) {
    if (thrown instanceof PasskeyFault) return false
    throw thrown
  }
}

/** Runs an action; if the server wants a confirmation first, asks the person for it and runs the action again. */
export function useConfirmed(): Confirmed {
  return useContext(Context)
}
