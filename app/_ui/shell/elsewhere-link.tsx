'use client'

import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { CircleUser, ShieldCheck } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Another part of the product that the person can go to. */
export type Elsewhere = 'administration' | 'account'

export const ELSEWHERE = {
  administration: { href: '/admin', icon: ShieldCheck },
  account: { href: '/account', icon: CircleUser },
} as const

/** Leads to another part of the product. */
export function ElsewhereLink({ to }: { to: Elsewhere }) {
  const say = useWords('shell')
  const { href, icon: Icon } = ELSEWHERE[to]
  return (
    <div>
      <PageLink href={href} className={buttonLook('quiet', 'small')}>
        <Icon aria-hidden="true" className="size-4" />
        {say(to)}
      </PageLink>
    </div>
  )
}
