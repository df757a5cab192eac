'use client'

import { Toast } from '@base-ui/react/toast'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { CircleCheck, X } from '#app/_ui/marks/icons.ts'
import { UndoButton } from '#app/_ui/messages/undo-button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** How long a note stays; never while it is looked at or focused (milliseconds). */
const STAYS = 6_000
/** A note that offers to undo something stays until it is closed, something else is done, or the page is left (WCAG 2.2.1). */
const WITH_UNDO = { id: 'undo', timeout: 0 }

/** Undoes what a note is about, and says so. */
export type Undo = () => Promise<void>

/** A note as it was left. */
export type Given = { text: string; undo: Undo | undefined }

/** The notes there are, read out politely. `given`: each one once, in order. */
export function Notes({ given }: { given: Given[] }) {
  const say = useWords('components')
  return (
    <Toast.Provider timeout={STAYS} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={say('notes')}
          aria-keyshortcuts="F6"
          className="fixed inset-x-4 bottom-20 z-50 flex flex-col-reverse gap-2 outline-none sm:right-6 sm:left-auto sm:w-92 md:bottom-6"
        >
          <Shown given={given} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Shown({ given }: { given: Given[] }) {
  const say = useWords('components')
  const { toasts, add, close } = Toast.useToastManager<Undo>()
  const pathname = usePathname()
  const left = useRef(0)
  useEffect(() => {
    for (const { text, undo } of given.slice(left.current)) {
      if (undo) add({ title: text, ...WITH_UNDO, data: undo })
      else {
        // Only the last note offers to undo something.
        close(WITH_UNDO.id)
        add({ title: text })
      }
    }
    left.current = given.length
  }, [given, add, close])
  useEffect(() => () => close(WITH_UNDO.id), [pathname, close])
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      role="group"
      aria-modal={undefined}
      swipeDirection={['right', 'down']}
      className="[transform:translate(var(--toast-swipe-movement-x),var(--toast-swipe-movement-y))] rounded-lg border border-line bg-raised text-ink shadow-dialog transition-[transform,opacity] duration-200 outline-offset-2 data-ending-style:opacity-0 data-limited:hidden data-starting-style:[transform:translateY(0.75rem)] data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 py-2.5 pr-2 pl-4">
        <CircleCheck aria-hidden="true" className="mt-1.5 size-5 shrink-0 text-link" strokeWidth={1.9} />
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <Toast.Title render={<p />} className="min-w-0 flex-1 basis-36 py-1.5 text-sm" />
          {toast.data && <UndoButton key={toast.updateKey} undo={toast.data} onUndone={() => close(toast.id)} />}
        </div>
        {/* Notes lie below one another, so each can be closed at any time. */}
        <Toast.Close
          aria-hidden={false}
          aria-label={say('close')}
          className="flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden="true" className="size-4.5" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
