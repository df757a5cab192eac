'use client'

import { Field } from '#app/_ui/fields/field.tsx'

type Props = {
  name: string
  label: string
  hint: string
  required?: boolean
  value: string
  onChange: (typed: string) => void
}

/** Takes some keys, domains or permissions with commas between. */
export function ListField({ onChange, ...props }: Props) {
  return (
    <Field
      {...props}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
