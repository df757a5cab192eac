import type { ReactNode } from 'react'

/** The title of a page of the account, with its one sentence and its one action. */
export function PageHeading({ title, action, children }: { title: string; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-xl flex-1 basis-72">
        <h1 className="text-2xl">{title}</h1>
        {children && <div className="mt-1.5 text-soft">{children}</div>}
      </div>
      {action}
    </div>
  )
}
