import type { ReactNode } from 'react'

/** Sets the part of a sentence in bold that the catalogue marks with <b>. */
export function bold(text: ReactNode): ReactNode {
  return <strong className="font-medium text-ink">{text}</strong>
}
