'use client'

import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { Ellipsis, type Icon } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { useSheet } from '#app/_ui/shell/use-sheet.ts'

const ITEM =
  'flex items-center gap-2.5 rounded-md px-3 py-2 text-sm font-medium text-soft transition-colors hover:bg-sunken hover:text-ink ' +
  'has-[[data-going]]:bg-sunken has-[[data-going]]:text-ink aria-[current]:bg-accent-tint aria-[current]:text-link'

/** An entry of the bar on phones: its icon above its name, and at large text the icon alone. */
const IN_BAR =
  'max-md:h-full max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-1 max-md:py-1.5 max-md:text-center ' +
  'max-md:text-xs max-md:leading-tight max-md:aria-[current]:bg-transparent max-md:hover:bg-transparent'
const NAME_IN_BAR = 'max-md:hyphens-auto max-[16rem]:sr-only'

/** How many places the bar on phones has room for. */
const ROOM = 4

/** A page that one can go to. `also`: other pages that belong to it. */
export type Place = { href: string; also?: readonly string[]; icon: Icon; title: string }

/**
 * The pages one can go to: a list beside the page. On phones a bar at the bottom, whose last place opens those above it for
 * which it has no room.
 */
export function Navigation({ label, places }: { label: string; places: Place[] }) {
  const say = useWords('shell')
  const here = usePathname()
  const sheet = useId()
  const { open, toggle, close, root } = useSheet(here)
  const room = places.length > ROOM ? ROOM - 1 : ROOM
  const more = places.slice(room)
  const inMore = more.some((place) => isAt(place, here))

  return (
    <nav
      ref={root}
      aria-label={label}
      className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t max-md:border-line max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="grid auto-cols-fr grid-flow-col md:flex md:flex-col md:gap-1">
        {places.slice(0, room).map((place) => (
          <li key={place.href} className="min-w-0">
            <Entry {...place} here={here} className={IN_BAR} named={NAME_IN_BAR} onGo={close} />
          </li>
        ))}
        {more.length > 0 && (
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
        )}
      </ul>
      {more.length > 0 && (
        <ul
          id={sheet}
          className={
            'md:mt-1 md:flex md:flex-col md:gap-1 max-md:[@media(scripting:none)]:flex max-md:[@media(scripting:none)]:flex-wrap ' +
            'max-md:absolute max-md:inset-x-0 max-md:bottom-full max-md:max-h-[70dvh] max-md:overflow-y-auto max-md:border-t max-md:border-line ' +
            'max-md:bg-raised max-md:p-2 max-md:shadow-dialog ' +
            (open ? '' : 'max-md:hidden')
          }
        >
          {more.map((place) => (
            <li key={place.href}>
              <Entry {...place} here={here} className="max-md:min-h-12 max-md:text-base" onGo={close} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

type EntryProps = Place & { here: string; className: string; named?: string; onGo: () => void }

function Entry({ href, also, here, icon: Icon, title, className, named, onGo }: EntryProps) {
  const current = here === href ? 'page' : isAt({ href, also }, here) ? 'true' : undefined
  return (
    <PageLink href={href} aria-current={current} className={`${ITEM} ${className}`} onClick={onGo}>
      <Icon aria-hidden="true" className="size-5.5 shrink-0 md:size-4.5" strokeWidth={1.9} />
      <span className={named}>{title}</span>
    </PageLink>
  )
}

function isAt({ href, also = [] }: Pick<Place, 'href' | 'also'>, here: string): boolean {
  return [href, ...also].some((each) => isIn(each, here))
}

/** Whether a path is a place or below it. Everything is below the first place of an area, which has one part. */
function isIn(href: string, here: string): boolean {
  return here === href || (href.lastIndexOf('/') > 0 && here.startsWith(`${href}/`))
}
