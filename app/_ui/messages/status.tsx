import type { ReactNode } from 'react'

/** A line that screen readers read out whenever it changes. */
export function Status({ children, className = 'text-sm text-soft' }: { children: ReactNode; className?: string }) {
  return (
    <p role="status" className={className}>
      {children}
    </p>
  )
}
