'use client'

import { lazy, Suspense, useState } from 'react'
import { type MenuProps, TRIGGER } from '#app/_ui/overlays/menu-props.ts'

const load = () => import('#app/_ui/overlays/opened-menu.tsx')
const Opened = lazy(() => load().then(({ OpenedMenu }) => ({ default: OpenedMenu })))

/** A button that opens a list of things to do, and of things to choose. The list is loaded when somebody reaches for it. */
export function Menu(props: MenuProps) {
  const { label, icon: Icon, face, className = '' } = props
  const [wanted, setWanted] = useState<'pointer' | 'keyboard'>()
  const trigger = (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      // A press of the keyboard has no pointer that clicked.
      onClick={({ detail }) => setWanted(detail === 0 ? 'keyboard' : 'pointer')}
      className={`${TRIGGER} ${className}`}
    >
      {Icon ? <Icon aria-hidden="true" className="size-5" /> : face}
    </button>
  )
  if (!wanted) return trigger
  return (
    <Suspense fallback={trigger}>
      <Opened {...props} startAtFirst={wanted === 'keyboard'} />
    </Suspense>
  )
}
