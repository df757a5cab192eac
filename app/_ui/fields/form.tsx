'use client'

import { type ReactNode, type SubmitEvent, useState } from 'react'
import { MissedField, type Missed, whyInvalid } from '#app/_ui/fields/missed.ts'

type Props = { onSubmit: () => void; children: ReactNode; className?: string }

/**
 * A form whose answer is given by script. Its method makes the browser do nothing with it before the script is there, so
 * that what was typed never lands in an address. The field says what is missing, in the language of the page; the browser
 * says nothing.
 */
export function Form({ onSubmit, children, className }: Props) {
  const [missed, setMissed] = useState<Missed>()

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const invalid = firstInvalid(event.currentTarget)
    const why = invalid && whyInvalid(invalid)
    setMissed(why && { name: invalid.name, why })
    if (invalid) invalid.focus()
    else onSubmit()
  }

  return (
    <form method="dialog" noValidate className={className} onInput={() => setMissed(undefined)} onSubmit={submit}>
      <MissedField value={missed}>{children}</MissedField>
    </form>
  )
}

function firstInvalid(form: HTMLFormElement): HTMLInputElement | HTMLTextAreaElement | undefined {
  return [...form.elements]
    .filter((one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement)
    .find(({ validity }) => !validity.valid)
}
