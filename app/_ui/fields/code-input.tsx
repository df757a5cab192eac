'use client'

import { type Ref, useId, useState } from 'react'
import { CodeCells } from '#app/_ui/fields/code-cells.tsx'
import { FieldFault } from '#app/_ui/fields/field-fault.tsx'
import { useMissed } from '#app/_ui/fields/missed.ts'

type Props = {
  digits?: 6 | 12
  label: string
  value: string
  onChange: (code: string) => void
  fault: string | undefined
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** Takes a code of six or twelve digits, without regard to spaces and dashes: one real input over drawn boxes, so pasting, autofill and screen readers work as everywhere. */
export function CodeInput({ digits = 6, label, value, onChange, fault: told, autoFocus = true, ref }: Props) {
  const id = useId()
  const fault = useMissed('code') ?? told
  const [focused, setFocused] = useState(false)
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
        {label}
      </label>
      <div className="relative">
        <CodeCells value={value} length={digits} focused={focused} faulty={fault !== undefined} />
        <input
          ref={ref}
          id={id}
          name="code"
          autoFocus={autoFocus}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          pattern={`[0-9]{${digits}}`}
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, digits))}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          aria-invalid={fault ? true : undefined}
          aria-describedby={`${id}-fault`}
          className="absolute inset-0 size-full cursor-text rounded-md bg-transparent text-base tracking-widest text-transparent caret-transparent outline-none selection:bg-transparent"
        />
      </div>
      <FieldFault id={`${id}-fault`}>{fault}</FieldFault>
    </div>
  )
}
