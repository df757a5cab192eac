import type { ReactNode } from 'react'
import { PageLink } from '#app/_ui/controls/page-link.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import type { Icon } from '#app/_ui/marks/icons.ts'
import { ExactTime } from '#app/_ui/time/exact-time.tsx'
import { words } from '#app/_web/words.tsx'

type Props = {
  icon: Icon
  href: string
  title: ReactNode
  until: number | undefined
  actions?: ReactNode
  children?: ReactNode
}

/** Somebody who has something, or what they have: it leads to its page, and says until when. */
export async function HolderRow({ icon, href, title, until, actions, children }: Props) {
  const say = await words('adminAccess')
  return (
    <Row
      icon={icon}
      title={
        <PageLink href={href} className="rounded-sm [overflow-wrap:anywhere] underline-offset-3 hover:underline">
          {title}
        </PageLink>
      }
      actions={actions}
    >
      {children}
      {until !== undefined && <p>{say.rich('until', { time: () => <ExactTime at={until} /> })}</p>}
    </Row>
  )
}
