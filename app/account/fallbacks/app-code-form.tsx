'use client'

import { useState } from 'react'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

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
      <FormActions
        submit={say(replaces ? 'app.replace' : 'setUpApp.turnOn')}
        pending={pending}
        beside={{ say: say('back'), onPress: onBack }}
      />
    </Form>
  )
}
