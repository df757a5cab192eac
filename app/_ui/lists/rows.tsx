import type { ReactNode } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'

/** A list of rows on one card. `label` names the list for screen readers. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card>
      <ul aria-label={label} className="divide-y divide-line">
        {children}
      </ul>
    </Card>
  )
}
