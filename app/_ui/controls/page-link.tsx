'use client'

import Link, { useLinkStatus } from 'next/link'
import type { ComponentProps } from 'react'
import { ownElements } from '#app/_ui/language/own-elements.ts'

/**
 * A link to one of our pages. It reads nothing ahead, because the server would render each page that a link leads to.
 * Instead it shows at once that it was pressed.
 */
export function PageLink({ children, ...rest }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  return (
    <Link {...rest} prefetch={false}>
      {ownElements(children)}
      <Going />
    </Link>
  )
}

/** A line along the top of the window until the page is there. */
function Going() {
  const { pending } = useLinkStatus()
  return <span aria-hidden="true" data-going={pending || undefined} className="going" />
}
