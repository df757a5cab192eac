'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Form } from '#app/_ui/form.tsx'
import { useWords } from '#app/_ui/words.tsx'

type Props = { word: string; action: string; pending: boolean; fault: string | undefined; onTyped: () => void }

/** A button that works once a word was typed: it shows that a person is there, not a program that opens every link. */
export function WordForm({ word, action, pending, fault, onTyped }: Props) {
  const say = useWords('components')
  const [typed, setTyped] = useState('')
  const [missed, setMissed] = useState(false)

  function submit() {
    const right = typed.trim().toUpperCase() === word
    setMissed(!right)
    if (right) onTyped()
  }

  return (
    <Form onSubmit={submit} className="mt-6 space-y-5">
      <Field
        label={say('typeWord', { word })}
        name="word"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        fault={missed ? say('wordMissed', { word }) : fault}
      />
      <Button type="submit" look="primary" pending={pending} className="w-full">
        {action}
      </Button>
    </Form>
  )
}
