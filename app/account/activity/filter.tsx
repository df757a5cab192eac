import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { words } from '#app/_web/words.tsx'

export const FILTERS = ['sign_ins', 'ways_in', 'recovery', 'account', 'worrying'] as const
export type Filter = (typeof FILTERS)[number]

/** What the activity can be narrowed to. */
export async function ActivityFilter({ chosen }: { chosen: Filter | undefined }) {
  const say = await words('activity')
  return (
    <nav aria-label={say('filter.label')} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {([undefined, ...FILTERS] as const).map((filter) => (
          <li key={filter ?? 'all'}>
            <PageLink
              href={filter ? `/account/activity?about=${filter}` : '/account/activity'}
              aria-current={filter === chosen ? 'true' : undefined}
              className="flex min-h-9 items-center rounded-full border border-line bg-surface px-3.5 py-1 text-sm font-medium text-soft transition-colors hover:border-edge hover:text-ink aria-[current]:border-accent aria-[current]:bg-accent-tint aria-[current]:text-link"
            >
              {say(`filter.${filter ?? 'all'}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
