import type { ReactNode } from 'react'
import { CircleAlert, Info, TriangleAlert } from '#app/_ui/marks/icons.ts'

const TONES = {
  plain: { look: 'border-line bg-surface', icon: Info, iconLook: 'text-link' },
  warn: { look: 'border-warn/25 bg-warn-tint', icon: TriangleAlert, iconLook: 'text-warn' },
  danger: { look: 'border-danger/25 bg-danger-tint', icon: CircleAlert, iconLook: 'text-danger' },
} as const

type Props = { tone?: keyof typeof TONES; title?: string; actions?: ReactNode; children: ReactNode }

/** Something the person should know while they are here. */
export function Banner({ tone = 'plain', title, actions, children }: Props) {
  const { look, icon: Icon, iconLook } = TONES[tone]
  return (
    <div className={`flex gap-3 rounded-lg border px-4 py-3.5 text-sm ${look}`}>
      <Icon aria-hidden="true" className={`mt-px size-5 shrink-0 ${iconLook}`} strokeWidth={1.9} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold text-ink">{title}</p>}
        <div className="text-ink/85">{children}</div>
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
