import { type ReactNode, useId } from 'react'
import { Card } from '#app/_ui/lists/card.tsx'

/** One thing that can be done or read, under its title. */
export function SectionCard({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <Card>
      <div role="group" aria-labelledby={id} className="p-5">
        <h2 id={id} className="mb-2 text-lg tracking-normal">
          {title}
        </h2>
        {children}
      </div>
    </Card>
  )
}
