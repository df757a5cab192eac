import { PageLink } from '#app/_ui/controls/page-link.tsx'
import type { ComponentProps } from 'react'

/** A link inside text. */
export function TextLink({ className = '', ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...rest}
      className={`rounded-sm font-medium text-link underline decoration-link/35 underline-offset-3 hover:decoration-link ${className}`}
    />
  )
}
