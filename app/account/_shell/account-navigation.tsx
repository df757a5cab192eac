'use client'

import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { History, House, IdCard, KeyRound, LifeBuoy, Mail, MonitorSmartphone } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

const PAGES = [
  { href: '/account', name: 'overview', icon: House },
  { href: '/account/passkeys', name: 'passkeys', icon: KeyRound },
  { href: '/account/fallbacks', name: 'fallbacks', icon: LifeBuoy },
  { href: '/account/emails', name: 'emails', icon: Mail },
  { href: '/account/sessions', name: 'sessions', icon: MonitorSmartphone },
  { href: '/account/activity', name: 'activity', icon: History },
  { href: '/account/data', name: 'data', icon: IdCard },
] as const

const LINK =
  'flex items-center gap-2.5 whitespace-nowrap rounded-md px-3 py-2 text-sm font-medium text-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'has-[[data-going]]:bg-sunken has-[[data-going]]:text-ink aria-[current]:bg-accent-tint aria-[current]:text-link'

/** Fades out where there is more to the right. */
const STRIP =
  'contain-inline-size overflow-x-auto px-2 py-1 [scrollbar-width:none] max-md:[mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)] ' +
  'md:contain-none md:overflow-visible md:p-0'

/** The pages of the account: a list beside the page, on phones a strip above it. */
export function AccountNavigation() {
  const say = useWords('account')
  const here = usePathname()
  const strip = useRef<HTMLElement>(null)

  useEffect(() => {
    // On phones the strip is wider than the screen: the page one is on is brought into sight.
    function show() {
      const seen = strip.current?.getBoundingClientRect()
      const current = strip.current?.querySelector('[aria-current]')?.getBoundingClientRect()
      if (seen && current)
        strip.current?.scrollBy({ left: current.left + current.width / 2 - seen.left - seen.width / 2 })
    }
    show()
    window.addEventListener('resize', show)
    return () => window.removeEventListener('resize', show)
  }, [here])

  return (
    <nav ref={strip} aria-label={say('navigation')} className={STRIP}>
      <ul className="flex w-max gap-1 pr-8 md:w-auto md:flex-col md:pr-0">
        {PAGES.map(({ href, name, icon: Icon }) => (
          <li key={href}>
            <PageLink href={href} aria-current={here === href ? 'page' : undefined} className={LINK}>
              <Icon aria-hidden="true" className="size-4.5 max-sm:hidden" strokeWidth={1.9} />
              <span>{say(`pages.${name}`)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
