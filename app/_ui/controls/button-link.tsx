import { PageLink } from '#app/_ui/controls/page-link.tsx'
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonLook } from '#app/_ui/controls/button-look.ts'

type Props = ComponentProps<typeof PageLink> & { look?: ButtonLook; size?: ButtonSize }

/** A link that looks like a button, because following it is the action of the page. */
export function ButtonLink({ look = 'secondary', size = 'normal', className = '', children, ...rest }: Props) {
  return (
    <PageLink {...rest} className={`${buttonLook(look, size)} ${className}`}>
      {children}
    </PageLink>
  )
}
