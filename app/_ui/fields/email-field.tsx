import type { ComponentProps } from 'react'
import { Field } from '#app/_ui/fields/field.tsx'

/** Takes an e-mail address, with the keyboard for it and no corrections. */
export function EmailField(props: ComponentProps<typeof Field>) {
  return <Field name="email" type="email" inputMode="email" autoCapitalize="none" spellCheck={false} {...props} />
}
