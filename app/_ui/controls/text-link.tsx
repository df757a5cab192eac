import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link inside text. */
export function TextLink({ className = '', ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={`rounded-sm font-medium text-link underline decoration-link/35 underline-offset-3 hover:decoration-link ${className}`}
    />
  )
}
