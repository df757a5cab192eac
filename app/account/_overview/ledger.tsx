import { PageLink } from '#app/_ui/controls/page-link.tsx'
import type { ReactNode } from 'react'
import { ChevronRight, type Icon } from '#app/_ui/marks/icons.ts'

type Props = { icon: Icon; href: string; title: string; count: string; children: ReactNode }

/** How many of something the account has, and which; leads to their page. */
export function Ledger({ icon: Icon, href, title, count, children }: Props) {
  return (
    <PageLink
      href={href}
      className="group flex flex-col rounded-lg border border-line bg-surface p-5 shadow-card transition-colors hover:border-edge"
    >
      <span className="flex items-center gap-2 text-sm font-medium text-soft">
        <Icon aria-hidden="true" className="size-4.5" strokeWidth={1.9} />
        <span>{title}</span>
        <ChevronRight aria-hidden="true" className="ml-auto size-5 transition-transform group-hover:translate-x-0.5" />
      </span>
      <span className="mt-3 text-xl font-semibold tracking-tight">{count}</span>
      <span className="mt-0.5 line-clamp-2 text-sm text-soft">{children}</span>
    </PageLink>
  )
}
