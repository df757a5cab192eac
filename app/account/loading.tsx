'use client'

import { Skeleton } from '#app/_ui/lists/skeleton.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** The outline of a page of the account while it is being read. */
export default function AccountLoading() {
  const say = useWords('account')
  return (
    <div role="status" data-scripted data-loading>
      <h1 className="sr-only">{say('loading')}</h1>
      <Skeleton className="mb-3 h-8 w-44" />
      <Skeleton className="mb-8 h-5 w-80 max-w-full" />
      <Skeleton className="mb-3 h-22" />
      <Skeleton className="mb-3 h-22" />
      <Skeleton className="h-22" />
    </div>
  )
}
