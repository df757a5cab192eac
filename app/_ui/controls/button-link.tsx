import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonLook } from '#app/_ui/controls/button-look.ts'

type Props = ComponentProps<typeof Link> & { look?: ButtonLook; size?: ButtonSize }

/** A link that looks like a button, because following it is the action of the page. */
export function ButtonLink({ look = 'secondary', size = 'normal', className = '', ...rest }: Props) {
  return <Link {...rest} className={`${buttonLook(look, size)} ${className}`} />
}
