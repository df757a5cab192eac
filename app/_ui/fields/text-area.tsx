'use client'

import { type ComponentProps, useId } from 'react'
import { FieldFault } from '#app/_ui/fields/field-fault.tsx'
import { INPUT_LOOK } from '#app/_ui/fields/input-look.ts'
import { useMissed } from '#app/_ui/fields/missed.ts'

type Props = ComponentProps<'textarea'> & { label: string; hint?: string; fault?: string }

/** A labelled field of several lines, in which every character counts, with its hint and its fault tied to it. */
export function TextArea({ label, hint, fault: told, ...area }: Props) {
  const id = useId()
  const fault = useMissed(area.name) ?? told
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-hint ${id}-fault`}
        className={`${INPUT_LOOK} font-mono leading-relaxed sm:text-sm`}
      />
      <FieldFault id={`${id}-fault`}>{fault}</FieldFault>
      <p id={`${id}-hint`} className="mt-2 text-sm text-soft empty:hidden">
        {hint}
      </p>
    </div>
  )
}
