import type { ReactNode } from 'react'
import { Rows } from '#app/_ui/lists/rows.tsx'

type Props<Item> = { items: readonly Item[]; row: (item: Item) => ReactNode }

/** A list for each app, under its key. */
export function ByApp<Item extends { app: string }>({ items, row }: Props<Item>) {
  return (
    <div className="space-y-8">
      {[...Map.groupBy(items, ({ app }) => app)].map(([app, ofApp]) => (
        <section key={app} aria-labelledby={`app-${app}`}>
          <h2 id={`app-${app}`} className="mb-3 font-mono text-base font-semibold">
            {app}
          </h2>
          <Rows label={app}>{ofApp.map(row)}</Rows>
        </section>
      ))}
    </div>
  )
}
