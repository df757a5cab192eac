import { Field } from '#app/_ui/field.tsx'

export type FactorWay = 'totp' | 'backup_code'

type Props = { ways: readonly FactorWay[]; value: string; onChange: (code: string) => void; fault: string | undefined }

/** Takes a code from the authenticator app or a backup code, whichever the person has: the server tells them apart. */
export function FactorField({ ways, value, onChange, fault }: Props) {
  const [label, hint] = wordsFor(ways)
  return (
    <Field
      label={label}
      hint={hint}
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

function wordsFor(ways: readonly FactorWay[]): [string, string] {
  if (!ways.includes('backup_code')) return ['Code from your authenticator app', 'Six digits that change every half minute.']
  if (!ways.includes('totp')) return ['Backup code', 'One of the ten you saved. Each works once.']
  return ['Code from your app, or a backup code', 'Six digits from your authenticator app, or one of the backup codes you saved.']
}
