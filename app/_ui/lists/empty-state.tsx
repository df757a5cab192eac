import type { ReactNode } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'
import type { Icon } from '#app/_ui/marks/icons.ts'

/** What a list shows while there is nothing in it. */
export function EmptyState({ icon: Icon, title, children }: { icon: Icon; title: string; children: ReactNode }) {
  return (
    <Card className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 flex size-12 items-center justify-center rounded-full bg-sunken text-soft">
        <Icon aria-hidden="true" className="size-6" strokeWidth={1.6} />
      </span>
      <h2 className="text-lg">{title}</h2>
      <div className="mt-1 max-w-sm text-sm text-soft">{children}</div>
    </Card>
  )
}
