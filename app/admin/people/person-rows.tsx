'use client'

import { StateBadge } from '#app/admin/people/state-badge.tsx'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ChevronRight } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'

/** People in a list. Each leads to their page. */
export function PersonRows({ people }: { people: readonly ListedPerson[] }) {
  const say = useWords('adminPeople')
  return (
    <Rows label={say('list')}>
      {people.map(({ id, name, email, state, createdAt }) => (
        <li key={id}>
          <PageLink
            href={`/admin/people/${id}`}
            className="group flex items-center gap-4 rounded-md px-5 py-3 -outline-offset-2 transition-colors hover:bg-sunken/60"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{name === '' ? email : name}</span>
              <span className="block truncate text-sm text-soft">{name === '' ? say('unnamed') : email}</span>
            </span>
            <StateBadge state={state} />
            <span className="shrink-0 text-sm text-soft max-sm:hidden">
              <RelativeTime at={createdAt} />
            </span>
            <ChevronRight
              aria-hidden="true"
              className="size-5 shrink-0 text-edge transition-transform group-hover:translate-x-0.5"
            />
          </PageLink>
        </li>
      ))}
    </Rows>
  )
}
