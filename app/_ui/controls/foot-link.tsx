import type { ReactNode } from 'react'

/** A way out to a page or a mailbox of the operator's, in a list at the foot of a page. */
export function FootLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href} className="rounded-sm underline-offset-3 hover:text-ink hover:underline">
        {children}
      </a>
    </li>
  )
}
