import type { ReactElement, ReactNode } from 'react'
import type { Icon } from '#app/_ui/marks/icons.ts'

type Props = {
  /** A glyph, or a mark of its own that may fill the square. */
  icon: Icon | ReactElement
  title: ReactNode
  badges?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** One item of a list: what it is, what is known about it, what can be done with it. */
export function Row({ icon: Icon, title, badges, actions, children }: Props) {
  return (
    <li className="flex items-start gap-x-4 px-5 py-4 max-sm:gap-x-3.5">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-md bg-sunken text-soft">
        {typeof Icon === 'function' ? <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} /> : Icon}
      </span>
      <div className="min-w-0 flex-1 basis-52">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-semibold tracking-normal text-ink">{title}</h2>
          {badges}
        </div>
        <div className="mt-0.5 space-y-0.5 text-sm text-soft">{children}</div>
      </div>
      {actions && <div className="shrink-0">{actions}</div>}
    </li>
  )
}
