'use client'

import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  of: 'key' | 'app'
  value: string
  onChange: (key: string) => void
  fault?: string
  first?: boolean
}

/** Takes the key of an app, or the one that a new thing gets. */
export function KeyField({ of, value, onChange, fault, first }: Props) {
  const say = useWords('adminAccess')
  return (
    <Field
      name={of}
      label={say(of)}
      hint={say(`${of}Hint`)}
      required
      data-first={first}
      pattern="[a-z][a-z0-9\-]{0,63}"
      maxLength={64}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fault={fault}
    />
  )
}
