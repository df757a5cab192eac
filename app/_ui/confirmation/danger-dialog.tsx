'use client'

import type { ReactNode } from 'react'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { DangerChoice, type DangerWords } from '#app/_ui/confirmation/danger-choice.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Facts } from '#app/_ui/lists/facts.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'

type Props<Result> = {
  open: boolean
  words: DangerWords & { title: string }
  /** What will happen. More than one of them is a list. */
  facts: readonly ReactNode[]
  look?: 'danger' | 'primary'
  act: () => Promise<Result>
  /** Closes the dialog; nothing has happened. */
  keep: () => void
  after: (result: Result) => void
}

/** Says what an act means and asks whether it is meant. Each opening begins without the error of the last one. */
export function DangerDialog<Result>({ open, words, facts, look, act, keep, after }: Props<Result>) {
  const confirmed = useConfirmed()
  const { run, pending, fault, forget } = useAction(async () => after(await confirmed(act)))

  function close() {
    forget()
    keep()
  }

  return (
    <Dialog title={words.title} open={open} onClose={close}>
      {facts.length === 1 ? (
        <p className="mb-4 text-soft">{facts[0]}</p>
      ) : (
        <Facts>
          {facts.map((fact, at) => (
            <li key={at}>{fact}</li>
          ))}
        </Facts>
      )}
      <DangerChoice words={words} look={look} pending={pending} fault={fault} onAct={run} onKeep={close} />
    </Dialog>
  )
}
