'use client'

import { useWords } from '#app/_ui/language/words.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'

/** The state of a person, unless it is the usual one. */
export function StateBadge({ state }: Pick<ListedPerson, 'state'>) {
  const say = useWords('adminPeople')
  if (state === 'active') return null
  return <Badge tone="warn">{say(`states.${state}`)}</Badge>
}
