'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { History, House, type Icon, KeyRound, MonitorSmartphone } from '#app/_ui/icons.ts'

const PAGES: { href: string; name: string; icon: Icon }[] = [
  { href: '/account', name: 'Overview', icon: House },
  { href: '/account/passkeys', name: 'Passkeys', icon: KeyRound },
  { href: '/account/sessions', name: 'Devices', icon: MonitorSmartphone },
  { href: '/account/activity', name: 'Activity', icon: History },
]

const LINK =
  'flex items-center gap-2.5 whitespace-nowrap rounded-md px-3 py-2 text-sm font-medium text-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'aria-[current]:bg-accent-tint aria-[current]:text-link'

/** The pages of the account: a list beside the page, on phones a strip above it. */
export function AccountNavigation() {
  const here = usePathname()
  return (
    <nav aria-label="Account" className="overflow-x-auto px-2 pb-2 [scrollbar-width:none] md:overflow-visible md:px-0 md:pb-0">
      <ul className="flex gap-1 md:flex-col">
        {PAGES.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <Link href={href} aria-current={here === href ? 'page' : undefined} className={LINK}>
              <Icon aria-hidden="true" className="size-4.5 max-sm:hidden" strokeWidth={1.9} />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
