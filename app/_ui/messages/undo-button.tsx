'use client'

import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { undo: () => Promise<void>; onUndone: () => void }

/** Undoes what a note is about, and says why if it could not. */
export function UndoButton({ undo, onUndone }: Props) {
  const say = useWords('components')
  const { run, pending, fault, hint } = useAction(async () => {
    await undo()
    onUndone()
  })
  return (
    <>
      <Button size="small" pending={pending} onClick={run}>
        {say('undo')}
      </Button>
      <p role="alert" className="basis-full text-sm text-danger empty:hidden">
        {fault ?? hint}
      </p>
    </>
  )
}
