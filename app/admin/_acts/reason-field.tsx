'use client'

import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** Takes why an administrator does something, which the person reads. */
export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const say = useWords('adminPerson')
  return (
    <Field
      label={say('reason.label')}
      hint={say('reason.hint')}
      name="reason"
      data-first
      required
      maxLength={200}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
