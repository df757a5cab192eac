import type { ReactNode } from 'react'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { ChevronRight } from '#app/_ui/marks/icons.ts'

type Props = { href: string; title: string; badges?: ReactNode; children?: ReactNode }

/** One item of a list that leads to its page. */
export function LinkedRow({ href, title, badges, children }: Props) {
  return (
    <li>
      <PageLink
        href={href}
        className="group flex items-center gap-4 rounded-md px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-sunken/60"
      >
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="font-medium [overflow-wrap:anywhere] text-ink">{title}</span>
            {badges}
          </span>
          <span className="mt-0.5 block space-y-0.5 text-sm [overflow-wrap:anywhere] text-soft">{children}</span>
        </span>
        <ChevronRight
          aria-hidden="true"
          className="size-5 shrink-0 text-edge transition-transform group-hover:translate-x-0.5"
        />
      </PageLink>
    </li>
  )
}
