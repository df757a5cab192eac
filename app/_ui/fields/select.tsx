'use client'

import { type ComponentProps, useId } from 'react'
import { INPUT_LOOK } from '#app/_ui/fields/input-look.ts'

type Props = ComponentProps<'select'> & { label: string; options: readonly { value: string; name: string }[] }

/** One thing to choose among many. */
export function Select({ label, options, ...select }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium text-ink">
        {label}
      </label>
      <select {...select} id={id} className={INPUT_LOOK}>
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
