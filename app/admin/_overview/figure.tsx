import type { ReactNode } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'

/** One number, what it counts, and what else is known about it. */
export function Figure({ title, count, children }: { title: string; count: string; children?: ReactNode }) {
  return (
    <Card className="flex flex-col p-5">
      <dt className="text-sm font-medium text-soft">{title}</dt>
      <dd className="mt-2">
        <p className="text-2xl font-semibold tracking-tight tabular-nums">{count}</p>
        <p className="mt-0.5 text-sm text-soft">{children}</p>
      </dd>
    </Card>
  )
}
