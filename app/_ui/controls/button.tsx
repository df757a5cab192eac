'use client'

import type { ComponentProps } from 'react'
import { type ButtonLook, type ButtonSize, buttonLook } from '#app/_ui/controls/button-look.ts'
import { Spinner } from '#app/_ui/controls/spinner.tsx'
import { ownElements } from '#app/_ui/language/own-elements.ts'

type Props = ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize; pending?: boolean }

/** A button. While pending it keeps the focus, says so, and answers no second press. */
export function Button({
  look = 'secondary',
  size = 'normal',
  pending = false,
  type = 'button',
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={`${buttonLook(look, size)} ${className}`}
    >
      {pending && <Spinner />}
      {ownElements(children)}
    </button>
  )
}
