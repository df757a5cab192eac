'use client'

import { useRef, useState } from 'react'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { CodeInput } from '#app/_ui/fields/code-input.tsx'
import { type Beside, FormActions } from '#app/_ui/fields/form-actions.tsx'
import { Form } from '#app/_ui/fields/form.tsx'

type Props = {
  digits?: 6 | 12
  label: string
  submit: string
  beside?: Beside
  check: (code: string) => Promise<unknown>
}

/** Asks for a code and checks it at its last digit. A wrong code is cleared, and the next one can be typed at once. */
export function CodeForm({ digits = 6, label, submit, beside, check }: Props) {
  const [code, setCode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const { run, pending, fault } = useAction(async (entered: string) => {
    try {
      await check(entered)
    } catch (thrown) {
      if (isRefusal(thrown, 'code_wrong')) {
        setCode('')
        input.current?.focus()
      }
      throw thrown
    }
  })

  function type(typed: string) {
    setCode(typed)
    if (typed.length === digits && typed !== code) void run(typed)
  }

  return (
    <Form onSubmit={() => void run(code)} className={beside ? undefined : 'space-y-5'}>
      <CodeInput ref={input} digits={digits} label={label} value={code} onChange={type} fault={fault} />
      <FormActions submit={submit} pending={pending} beside={beside} />
    </Form>
  )
}
