import type { ReactNode } from 'react'

/** A quiet surface that holds one thing. */
export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`rounded-lg border border-line bg-surface shadow-card ${className}`}>{children}</div>
}
