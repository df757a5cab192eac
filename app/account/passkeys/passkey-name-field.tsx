'use client'

import type { ComponentProps } from 'react'
import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'label' | 'onChange'> & { onName: (name: string) => void }

/** Takes the name of a passkey. */
export function PasskeyNameField({ onName, ...rest }: Props) {
  const say = useWords('passkeys')
  return (
    <Field
      {...rest}
      label={say('rename.name')}
      name="name"
      required
      maxLength={64}
      autoComplete="off"
      onChange={(event) => onName(event.target.value)}
      hint={say('rename.hint')}
    />
  )
}
