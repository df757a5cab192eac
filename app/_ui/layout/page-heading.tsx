import type { ReactNode } from 'react'

type Props = { title: string; face?: ReactNode; action?: ReactNode; children?: ReactNode }

/** The title of a page of the account, with its one sentence and its one action, and a face beside them. */
export function PageHeading({ title, face, action, children }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div className="flex min-w-0 max-w-xl flex-1 basis-60 items-center gap-4">
        {face}
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl">{title}</h1>
          {children && <div className="mt-1.5 text-soft">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
