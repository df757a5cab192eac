'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { History, House, type Icon, IdCard, KeyRound, LifeBuoy, Mail, MonitorSmartphone } from '#app/_ui/icons.ts'

const PAGES: { href: string; name: string; icon: Icon }[] = [
  { href: '/account', name: 'Overview', icon: House },
  { href: '/account/passkeys', name: 'Passkeys', icon: KeyRound },
  { href: '/account/fallbacks', name: 'Ways back in', icon: LifeBuoy },
  { href: '/account/emails', name: 'Addresses', icon: Mail },
  { href: '/account/sessions', name: 'Devices', icon: MonitorSmartphone },
  { href: '/account/activity', name: 'Activity', icon: History },
  { href: '/account/data', name: 'Your data', icon: IdCard },
]

const LINK =
  'flex items-center gap-2.5 whitespace-nowrap rounded-md px-3 py-2 text-sm font-medium text-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'aria-[current]:bg-accent-tint aria-[current]:text-link'

/** Fades out where there is more to the right. */
const STRIP =
  'contain-inline-size overflow-x-auto px-2 py-1 [scrollbar-width:none] max-md:[mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)] ' +
  'md:contain-none md:overflow-visible md:p-0'

/** The pages of the account: a list beside the page, on phones a strip above it. */
export function AccountNavigation() {
  const here = usePathname()
  const strip = useRef<HTMLElement>(null)

  useEffect(() => {
    // On phones the strip is wider than the screen: the page one is on is brought into sight.
    const seen = strip.current?.getBoundingClientRect()
    const current = strip.current?.querySelector('[aria-current]')?.getBoundingClientRect()
    if (seen && current) strip.current?.scrollBy({ left: current.left + current.width / 2 - seen.left - seen.width / 2 })
  }, [here])

  return (
    <nav ref={strip} aria-label="Account" className={STRIP}>
      <ul className="flex w-max gap-1 pr-8 md:w-auto md:flex-col md:pr-0">
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
