'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api.ts'
import { Button } from '#app/_ui/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Facts } from '#app/_ui/facts.tsx'
import { Field } from '#app/_ui/field.tsx'
import { Form } from '#app/_ui/form.tsx'
import { Problem } from '#app/_ui/problem.ts'
import { useAction } from '#app/_ui/use-action.ts'
import { useWords } from '#app/_ui/words.tsx'

const WORD = 'DELETE'

/** Deletes the account once the word was typed, and says goodbye with a whole new page. */
export function DeleteForm({ onClose }: { onClose: () => void }) {
  const say = useWords('data')
  const general = useWords('components')
  const confirmed = useConfirmed()
  const [typed, setTyped] = useState('')
  const { run, pending, fault } = useAction(async () => {
    if (typed.trim().toUpperCase() !== WORD) throw new Problem({ code: 'invalid_input', status: 400, sentence: general('wordMissed', { word: WORD }) })
    await confirmed(() => answer(api.account.$delete()))
    window.location.assign('/goodbye')
  })

  return (
    <Form onSubmit={run}>
      <Facts>
        <li>{say('signedOut')}</li>
        <li>{say('sevenDays')}</li>
        <li>{say('allGoes')}</li>
        <li>{say('letters')}</li>
      </Facts>
      <Field
        label={general('typeWord', { word: WORD })}
        name="word"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        fault={fault}
      />
      <DialogActions>
        <Button onClick={onClose}>{say('keep')}</Button>
        <Button type="submit" look="danger" pending={pending}>
          {say('deleteNow')}
        </Button>
      </DialogActions>
    </Form>
  )
}
