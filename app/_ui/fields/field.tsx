'use client'

import { type ComponentProps, useId } from 'react'
import { FieldFault } from '#app/_ui/fields/field-fault.tsx'
import { INPUT_LOOK } from '#app/_ui/fields/input-look.ts'
import { useMissed } from '#app/_ui/fields/missed.ts'

type Props = ComponentProps<'input'> & { label: string; hint?: string; fault?: string }

/** A labelled input with its hint and its fault tied to it. */
export function Field({ label, hint, fault: told, className = '', ...input }: Props) {
  const id = useId()
  const fault = useMissed(input.name) ?? told
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-hint ${id}-fault`}
        className={INPUT_LOOK}
      />
      <FieldFault id={`${id}-fault`}>{fault}</FieldFault>
      <p id={`${id}-hint`} className="mt-2 text-sm text-soft empty:hidden">
        {hint}
      </p>
    </div>
  )
}
