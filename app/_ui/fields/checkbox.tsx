import { type ComponentProps, useId } from 'react'
import { FieldFault } from '#app/_ui/fields/field-fault.tsx'
import { useMissed } from '#app/_ui/fields/missed.ts'

type Props = Omit<ComponentProps<'input'>, 'type'> & { label: string; name: string }

/** A box to tick beside what it means, with its fault tied to it. */
export function Checkbox({ label, ...input }: Props) {
  const id = useId()
  const fault = useMissed(input.name)
  return (
    <div>
      <label className="flex cursor-pointer items-start gap-3">
        <input
          {...input}
          type="checkbox"
          aria-invalid={fault ? true : undefined}
          aria-describedby={id}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>{label}</span>
      </label>
      <FieldFault id={id}>{fault}</FieldFault>
    </div>
  )
}
