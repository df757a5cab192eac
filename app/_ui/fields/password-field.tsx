'use client'

import { type ComponentProps, useState } from 'react'
import { Eye, EyeOff } from '#app/_ui/marks/icons.ts'
import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = Omit<ComponentProps<typeof Field>, 'type'>

/** Takes a password, which can be looked at while it is typed. */
export function PasswordField({ label, ...rest }: Props) {
  const say = useWords('components')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Field {...rest} label={label} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0 inline-flex items-center gap-1.5 rounded-sm text-sm text-soft hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-4" />
        <span>{say('showPassword')}</span>
      </button>
    </div>
  )
}
