import type { ReactNode } from 'react'

const TONES = {
  good: 'bg-accent-tint text-link',
  plain: 'bg-sunken text-soft',
  warn: 'bg-warn-tint text-warn',
} as const

/** A word about the thing beside it. */
export function Badge({ tone = 'plain', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${TONES[tone]}`}>{children}</span>
  )
}
