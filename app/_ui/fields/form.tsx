'use client'

import type { ReactNode } from 'react'

type Props = { onSubmit: () => void; children: ReactNode; className?: string }

/**
 * A form whose answer is given by script. Its method makes the browser do nothing with it before the script is there, so that what
 * was typed never lands in an address.
 */
export function Form({ onSubmit, children, className }: Props) {
  return (
    <form
      method="dialog"
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
