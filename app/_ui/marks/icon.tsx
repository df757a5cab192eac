import type { IconNode } from 'lucide'
import { type ComponentProps, createElement } from 'react'

export type Icon = ReturnType<typeof icon>

/** Makes a component of an icon's shapes. It is drawn in the colour of the text around it, and needs no script. */
export function icon(shapes: IconNode) {
  return function Icon({ strokeWidth = 2, className = 'size-6', ...rest }: ComponentProps<'svg'>) {
    return (
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth={strokeWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
        className={className}
        {...rest}
      >
        {shapes.map(([tag, attributes], at) => createElement(tag, { key: at, ...attributes }))}
      </svg>
    )
  }
}
