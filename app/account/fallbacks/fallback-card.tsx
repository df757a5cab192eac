import { type ReactNode, useId } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'
import type { Icon } from '#app/_ui/marks/icons.ts'

type Props = { icon: Icon; title: string; badge?: ReactNode; actions?: ReactNode; children: ReactNode }

/** One way back in: what it is, how it stands, what can be done with it. */
export function FallbackCard({ icon: Icon, title, badge, actions, children }: Props) {
  const id = useId()
  return (
    <Card>
      <div role="group" aria-labelledby={id} className="flex gap-4 p-5">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-md bg-sunken text-soft max-sm:hidden">
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
        </span>
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 id={id} className="text-lg tracking-normal">
              {title}
            </h2>
            {badge}
          </div>
          <div className="mt-1 space-y-2 text-sm text-soft">{children}</div>
          {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
        </div>
      </div>
    </Card>
  )
}
