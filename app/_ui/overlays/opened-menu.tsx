'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { useEffect, useRef, useState } from 'react'
import { Check } from '#app/_ui/marks/icons.ts'
import { type MenuProps, TRIGGER } from '#app/_ui/overlays/menu-props.ts'

type Props = MenuProps & { startAtFirst: boolean }

const ITEM =
  'flex min-h-11 cursor-default items-center gap-3 rounded-sm px-3 py-2 outline-none select-none data-highlighted:bg-sunken'

/**
 * A menu that was asked for: it is open from the start. `startAtFirst`: with the first entry focused, as the keyboard opens menus.
 * What was picked happens once the list is gone.
 */
export function OpenedMenu({ startAtFirst, label, icon: Icon, face, head, choices = [], acts, className = '' }: Props) {
  const trigger = useRef<HTMLButtonElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const picked = useRef<() => void>(undefined)

  const [open, setOpen] = useState(false)
  const isFirst = useRef(true)

  useEffect(() => {
    // The focus returns to where it is when the list opens.
    trigger.current?.focus()
    const frame = requestAnimationFrame(() => setOpen(true))
    return () => cancelAnimationFrame(frame)
  }, [])

  const firstEntry = () => place.current?.querySelector<HTMLElement>('[role^=menuitem]')

  function happen(isOpen: boolean) {
    const act = picked.current
    picked.current = undefined
    if (isOpen && isFirst.current && startAtFirst) firstEntry()?.focus()
    isFirst.current &&= !isOpen
    if (isOpen || !act) return
    // A dialog that opens now returns the focus to where it is now.
    trigger.current?.focus()
    act()
  }

  return (
    <Base.Root open={open} onOpenChange={setOpen} modal={false} onOpenChangeComplete={happen}>
      <Base.Trigger
        ref={trigger}
        aria-label={label}
        className={`${TRIGGER} data-popup-open:bg-sunken data-popup-open:text-ink ${className}`}
      >
        {Icon ? <Icon aria-hidden="true" className="size-5" /> : face}
      </Base.Trigger>
      {/* Beside its button, it belongs to the same part of the page. */}
      <div ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner align="end" sideOffset={4} collisionPadding={12} className="z-40 outline-none">
          <Base.Popup className="min-w-52 max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) rounded-lg border border-line bg-raised p-1.5 text-ink shadow-dialog outline-none transition-[scale,opacity] data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0">
            {head && <div className="px-3 pt-2 pb-2.5 text-sm text-soft">{head}</div>}
            {choices.map(({ label, picked: current, options, onPick }) => (
              <Base.Group key={label} className="border-t border-line py-1.5">
                <Base.GroupLabel className="px-3 py-1 text-xs text-soft">{label}</Base.GroupLabel>
                <Base.RadioGroup
                  value={current}
                  onValueChange={(value: string) => (picked.current = () => onPick(value))}
                >
                  {options.map(({ value, name, lang }) => (
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
            ))}
            {choices.length > 0 && <div className="mb-1.5 border-t border-line" />}
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
