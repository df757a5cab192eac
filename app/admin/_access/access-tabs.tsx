import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { words } from '#app/_web/words.tsx'

const TABS = ['groups', 'roles', 'policies'] as const

/** The pages of access, one of which is open. */
export async function AccessTabs({ here }: { here: (typeof TABS)[number] }) {
  const say = await words('adminAccess')
  return (
    <nav aria-label={say('tabs.label')} className="mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {TABS.map((tab) => (
          <li key={tab}>
            <PageLink
              href={`/admin/${tab}`}
              aria-current={tab === here ? 'page' : undefined}
              className="block border-b-2 border-transparent py-2.5 text-sm font-medium text-soft transition-colors hover:text-ink aria-[current]:border-accent aria-[current]:text-link"
            >
              {say(`tabs.${tab}`)}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
