'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { CodeInput } from '#app/_ui/code-input.tsx'
import { DialogActions } from '#app/_ui/dialog-actions.tsx'
import { Form } from '#app/_ui/form.tsx'
import { useAction } from '#app/_ui/use-action.ts'
import { useWords } from '#app/_ui/words.tsx'

type Props = { replaces: boolean; onBack: () => void; onCode: (code: string) => Promise<void> }

/** Takes the first code of an authenticator app. */
export function AppCodeForm({ replaces, onBack, onCode }: Props) {
  const say = useWords('fallbacks')
  const [code, setCode] = useState('')
  const { run, pending, fault } = useAction(() => onCode(code))
  return (
    <Form onSubmit={run}>
      <p className="mb-4 text-soft">{say('setUpApp.typeCode')}</p>
      <CodeInput label={say('setUpApp.code')} value={code} onChange={setCode} fault={fault} />
      <DialogActions>
        <Button onClick={onBack}>{say('back')}</Button>
        <Button type="submit" look="primary" pending={pending}>
          {say(replaces ? 'app.replace' : 'setUpApp.turnOn')}
        </Button>
      </DialogActions>
    </Form>
  )
}
