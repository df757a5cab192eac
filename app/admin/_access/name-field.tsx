'use client'

import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { value: string; onChange: (name: string) => void; hint?: string; first?: boolean }

/** Takes how something is called on pages and in e-mails. */
export function NameField({ value, onChange, hint, first }: Props) {
  const say = useWords('adminAccess')
  return (
    <Field
      name="name"
      label={say('name')}
      hint={hint}
      required
      data-first={first}
      maxLength={64}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
