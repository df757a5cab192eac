'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/controls/button.tsx'
import type { ButtonLook } from '#app/_ui/controls/button-look.ts'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'
import { Field } from '#app/_ui/fields/field.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Keep = { say: string; onKeep: () => void }
type Props = {
  word: string
  action: string
  look?: ButtonLook
  keep?: Keep
  pending: boolean
  fault: string | undefined
  onTyped: () => void
}

/** A button that works once a word was typed: it shows that a person is there, who means it. In a dialog, beside a way to keep things. */
export function WordForm({ word, action, look = 'primary', keep, pending, fault, onTyped }: Props) {
  const say = useWords('components')
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)

  function submit() {
    const right = typed.trim().toUpperCase() === word.toUpperCase()
    setMissed(!right)
    if (right) onTyped()
  }

  const act = (
    <Button type="submit" look={look} pending={pending}>
      {action}
    </Button>
  )
  return (
    <Form onSubmit={submit} className={keep ? '' : 'mt-6'}>
      <Field
        label={say('typeWord', { word })}
        name="word"
        aria-required="true"
        autoComplete="off"
        autoCapitalize={word === word.toUpperCase() ? 'characters' : 'none'}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        fault={missed ? say('wordMissed', { word }) : fault}
      />
      {keep ? (
        <DialogActions>
          <Button onClick={keep.onKeep}>{keep.say}</Button>
          {act}
        </DialogActions>
      ) : (
        <div className="mt-5 grid">{act}</div>
      )}
    </Form>
  )
}
