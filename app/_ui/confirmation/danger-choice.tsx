'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { WordForm } from '#app/_ui/fields/word-form.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'

/** `type`: a word that has to be typed first. */
export type DangerWords = { act: string; keep: string; type?: string }

type Props = {
  words: DangerWords
  look?: 'danger' | 'primary'
  pending: boolean
  fault: string | undefined
  onAct: () => void
  onKeep: () => void
}

/** The end of a dialog that asks before something is lost: do it, or keep things as they are. */
export function DangerChoice({ words, look = 'danger', pending, fault, onAct, onKeep }: Props) {
  if (words.type !== undefined) {
    return (
      <WordForm
        word={words.type}
        action={words.act}
        look={look}
        keep={{ say: words.keep, onKeep }}
        pending={pending}
        fault={fault}
        onTyped={onAct}
      />
    )
  }
  return (
    <>
      <Fault>{fault}</Fault>
      <DialogActions>
        <Button onClick={onKeep}>{words.keep}</Button>
        <Button look={look} pending={pending} onClick={onAct}>
          {words.act}
        </Button>
      </DialogActions>
    </>
  )
}
