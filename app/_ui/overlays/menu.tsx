'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { type ReactNode, useRef } from 'react'
import { Check, type Icon } from '#app/_ui/marks/icons.ts'

export type Act = { name: string; icon: Icon; danger?: boolean; onPick: () => void }
type Choices = {
  label: string
  picked: string
  options: { value: string; name: string; lang?: string }[]
  onPick: (value: string) => void
}

type Props = { label: string; icon: Icon; head?: ReactNode; choices?: Choices; acts: Act[]; className?: string }

const ITEM =
  'flex min-h-11 cursor-default items-center gap-3 rounded-sm px-3 py-2 outline-none select-none data-highlighted:bg-sunken'

/** A button that opens a list of things to do, and of one thing to choose. What was picked happens once the list is gone. */
export function Menu({ label, icon: Icon, head, choices, acts, className = '' }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const picked = useRef<() => void>(undefined)

  function happen(open: boolean) {
    const act = picked.current
    picked.current = undefined
    if (open || !act) return
    // A dialog that opens now returns the focus to where it is now.
    trigger.current?.focus()
    act()
  }

  return (
    <Base.Root modal={false} onOpenChangeComplete={happen}>
      <Base.Trigger
        ref={trigger}
        aria-label={label}
        className={`flex size-11 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-sunken hover:text-ink data-popup-open:bg-sunken data-popup-open:text-ink ${className}`}
      >
        <Icon aria-hidden="true" className="size-5" />
      </Base.Trigger>
      {/* Beside its button, it belongs to the same part of the page. */}
      <div ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner align="end" sideOffset={4} collisionPadding={12} className="z-40 outline-none">
          <Base.Popup className="min-w-52 max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) rounded-lg border border-line bg-raised p-1.5 text-ink shadow-dialog outline-none transition-[scale,opacity] data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            {head && <div className="truncate px-3 pt-2 pb-2.5 text-sm text-soft">{head}</div>}
            {choices && (
              <Base.Group className="mb-1.5 border-y border-line py-1.5">
                <Base.GroupLabel className="px-3 py-1 text-xs text-soft">{choices.label}</Base.GroupLabel>
                <Base.RadioGroup
                  value={choices.picked}
                  onValueChange={(value: string) => (picked.current = () => choices.onPick(value))}
                >
                  {choices.options.map(({ value, name, lang }) => (
                    <Base.RadioItem key={value} value={value} lang={lang} closeOnClick className={ITEM}>
                      <span className="flex size-4.5 items-center justify-center">
                        <Base.RadioItemIndicator>
                          <Check aria-hidden="true" className="size-4.5 text-link" />
                        </Base.RadioItemIndicator>
                      </span>
                      <span>{name}</span>
                    </Base.RadioItem>
                  ))}
                </Base.RadioGroup>
              </Base.Group>
            )}
            {acts.map(({ name, icon: Icon, danger, onPick }) => (
              <Base.Item
                key={name}
                onClick={() => (picked.current = onPick)}
                className={`${ITEM} ${danger ? 'text-danger' : ''}`}
              >
                <Icon aria-hidden="true" className="size-4.5 shrink-0" strokeWidth={1.9} />
                <span>{name}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
