'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'

type Props<Result> = {
  open: boolean
  words: { title: string; act: string }
  /** What will happen. */
  facts: readonly string[]
  look?: 'danger' | 'primary'
  act: () => Promise<Result>
  /** Closes the dialog; nothing has happened. */
  keep: () => void
  after: (result: Result) => void
  /** What has to be filled in. */
  children?: ReactNode
}

/** Says what an act of an administrator means, takes what it needs, and does it with a touch for it. */
export function ActDialog<Result>({ open, words, facts, look = 'danger', act, keep, after, children }: Props<Result>) {
  const say = useWords('components')
  const confirmed = useConfirmed()
  const place = useRef<HTMLDivElement>(null)
  const { run, pending, fault, forget } = useAction(async () => after(await confirmed(act)))

  // A long form would leave it out of sight.
  useEffect(() => {
    if (fault !== undefined) place.current?.scrollIntoView({ block: 'nearest' })
  }, [fault])

  function close() {
    forget()
    keep()
  }

  return (
    <Dialog title={words.title} open={open} onClose={close}>
      <Facts>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </Facts>
      <Form onSubmit={run} className="space-y-5">
        {children}
        <div ref={place}>
          <Fault>{fault}</Fault>
        </div>
        <DialogActions>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="submit" look={look} pending={pending}>
            {words.act}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
