import type { ReactNode } from 'react'

/** What will happen, point by point, before it does. */
export function Facts({ children }: { children: ReactNode }) {
  return <ul className="mb-4 list-disc space-y-1.5 pl-5 text-soft marker:text-edge">{children}</ul>
}
