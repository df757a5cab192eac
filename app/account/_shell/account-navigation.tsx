'use client'

import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import {
  Ellipsis,
  History,
  House,
  type Icon,
  IdCard,
  KeyRound,
  LifeBuoy,
  Mail,
  MonitorSmartphone,
} from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { useSheet } from '#app/account/_shell/use-sheet.ts'

const FIRST = [
  { href: '/account', name: 'overview', icon: House },
  { href: '/account/passkeys', name: 'passkeys', icon: KeyRound },
  { href: '/account/fallbacks', name: 'fallbacks', icon: LifeBuoy },
] as const
const MORE = [
  { href: '/account/emails', name: 'emails', icon: Mail },
  { href: '/account/sessions', name: 'sessions', icon: MonitorSmartphone },
  { href: '/account/activity', name: 'activity', icon: History },
  { href: '/account/data', name: 'data', icon: IdCard },
] as const

const ITEM =
  'flex items-center gap-2.5 rounded-md px-3 py-2 text-sm font-medium text-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'has-[[data-going]]:bg-sunken has-[[data-going]]:text-ink aria-[current]:bg-accent-tint aria-[current]:text-link'

/** An entry of the bar on phones: its icon above its name, and at large text the icon alone. */
const IN_BAR =
  'max-md:h-full max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-1 max-md:py-1.5 max-md:text-center ' +
  'max-md:text-xs max-md:leading-tight max-md:aria-[current]:bg-transparent max-md:hover:bg-transparent'
const NAME_IN_BAR = 'max-md:hyphens-auto max-[16rem]:sr-only'

/** The pages of the account: a list beside the page. On phones a bar at the bottom has the first three, and the others open above it. */
export function AccountNavigation() {
  const say = useWords('account')
  const here = usePathname()
  const sheet = useId()
  const { open, toggle, close, root } = useSheet(here)
  const inMore = MORE.some(({ href }) => href === here)

  return (
    <nav
      ref={root}
      aria-label={say('navigation')}
      className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t max-md:border-line max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="grid grid-cols-4 md:flex md:flex-col md:gap-1">
        {FIRST.map(({ href, name, icon }) => (
          <li key={href} className="min-w-0">
            <Entry href={href} here={here} icon={icon} className={IN_BAR} named={NAME_IN_BAR} onGo={close}>
              {say(`pages.${name}`)}
            </Entry>
          </li>
        ))}
        <li className="min-w-0 md:hidden">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={sheet}
            onClick={toggle}
            className={`${ITEM} ${IN_BAR} w-full ${open || inMore ? 'max-md:text-link' : ''}`}
          >
            <Ellipsis aria-hidden="true" className="size-5.5 shrink-0" strokeWidth={1.9} />
            <span className={NAME_IN_BAR}>{say('more')}</span>
          </button>
        </li>
      </ul>
      <ul
        id={sheet}
        className={
          'md:mt-1 md:flex md:flex-col md:gap-1 max-md:[@media(scripting:none)]:flex max-md:[@media(scripting:none)]:flex-wrap ' +
          'max-md:absolute max-md:inset-x-0 max-md:bottom-full max-md:max-h-[70dvh] max-md:overflow-y-auto max-md:border-t max-md:border-line ' +
          'max-md:bg-raised max-md:p-2 max-md:shadow-dialog ' +
          (open ? '' : 'max-md:hidden')
        }
      >
        {MORE.map(({ href, name, icon }) => (
          <li key={href}>
            <Entry href={href} here={here} icon={icon} className="max-md:min-h-12 max-md:text-base" onGo={close}>
              {say(`pages.${name}`)}
            </Entry>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type EntryProps = {
  href: string
  here: string
  icon: Icon
  className: string
  named?: string
  onGo: () => void
  children: string
}

function Entry({ href, here, icon: Icon, className, named, onGo, children }: EntryProps) {
  return (
    <PageLink
      href={href}
      aria-current={here === href ? 'page' : undefined}
      className={`${ITEM} ${className}`}
      onClick={onGo}
    >
      <Icon aria-hidden="true" className="size-5.5 shrink-0 md:size-4.5" strokeWidth={1.9} />
      <span className={named}>{children}</span>
    </PageLink>
  )
}
