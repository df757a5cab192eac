import { useEffect, useRef } from 'react'
import { Field } from '#app/_ui/fields/field.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

export type FactorWay = 'totp' | 'backup_code'

type Props = {
  ways: readonly FactorWay[]
  value: string
  onChange: (code: string) => void
  fault: string | undefined
  autoFocus?: boolean
}

/** Takes a code from the authenticator app or a backup code, whichever the person has: the server tells them apart. A refused one is selected. */
export function FactorField({ ways, value, onChange, fault, autoFocus }: Props) {
  const say = useWords('confirmation')
  const input = useRef<HTMLInputElement>(null)
  const kind = kindOf(ways)
  useEffect(() => {
    if (fault) input.current?.select()
  }, [fault])
  return (
    <Field
      label={say(kind)}
      hint={say(`${kind}Hint`)}
      ref={input}
      autoFocus={autoFocus}
      name="code"
      required
      autoComplete="one-time-code"
      autoCapitalize="characters"
      inputMode={ways.includes('backup_code') ? 'text' : 'numeric'}
      spellCheck={false}
      minLength={6}
      maxLength={64}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fault={fault}
    />
  )
}

function kindOf(ways: readonly FactorWay[]): 'appCode' | 'backupCode' | 'anyCode' {
  if (!ways.includes('backup_code')) return 'appCode'
  return ways.includes('totp') ? 'anyCode' : 'backupCode'
}
