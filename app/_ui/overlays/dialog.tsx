'use client'

import { type ReactNode, useContext, useEffect, useId, useRef } from 'react'
import { Covered } from '#app/_ui/overlays/covered.ts'
import { keepInside } from '#app/_ui/overlays/keep-inside.ts'
import { X } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = { title: string; open: boolean; onClose: () => void; children: ReactNode }

/** A modal dialog. Escape, the cross and a press beside it close it; the focus then returns to where it was. */
export function Dialog({ title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const say = useWords('components')
  const covered = useContext(Covered)

  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal()
      // A browser begins at the cross. Where there is little to read first, the field says that it is the better place.
      dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    }
    if (!open) dialog.current?.close()
  }, [open])

  // The browser gives the focus back while this dialog is still out of sight, where nothing takes it.
  useEffect(() => {
    const before = document.activeElement
    if (!covered || !open || !(before instanceof HTMLElement)) return
    return () => before.focus()
  }, [covered, open])

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and the cross do the same as a press beside it.
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={keepInside}
      onMouseDown={(event) => event.target === event.currentTarget && dialog.current?.close()}
      className={`m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl bg-raised text-base text-ink shadow-dialog ${covered ? 'invisible' : ''}`}
    >
      {open && (
        <div className="p-6">
          <div className="mb-3 flex items-start justify-between gap-4">
            <h2 id={id} className="text-xl">
              {title}
            </h2>
            <button
              type="button"
              aria-label={say('close')}
              onClick={() => dialog.current?.close()}
              className="-mt-1.5 -mr-2 flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
