import type { ReactNode } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'
import { CircleCheck, type Icon } from '#app/_ui/marks/icons.ts'

type Props = { icon: Icon; title: string; done?: string; children?: ReactNode }

/** One thing to rehearse. Once it is done, it says so in place of what was to do. */
export function RehearsalPart({ icon: Icon, title, done, children }: Props) {
  return (
    <Card className="p-5">
      <h2 className="mb-2 flex items-center gap-2.5 text-base tracking-normal">
        <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" strokeWidth={1.9} />
        <span>{title}</span>
      </h2>
      {children}
      <p role="status" className="flex gap-2.5 font-medium text-link empty:hidden">
        {done !== undefined && <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" strokeWidth={1.9} />}
        {done !== undefined && <span>{done}</span>}
      </p>
    </Card>
  )
}
