'use client'

import { Toast } from '@base-ui/react/toast'
import { type ReactNode, useCallback } from 'react'
import { CircleCheck, X } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** How long a note stays; never while it is looked at or focused (milliseconds). */
const STAYS = 6_000

/** Short notes about what was just done, read out politely, for the pages inside. */
export function Toasts({ children }: { children: ReactNode }) {
  const say = useWords('components')
  return (
    <Toast.Provider timeout={STAYS} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label={say('notes')}
          className="fixed inset-x-4 bottom-4 z-50 flex flex-col-reverse gap-2 outline-none sm:right-6 sm:bottom-6 sm:left-auto sm:w-92"
        >
          <Notes />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

/** Leaves a note. */
export function useNote(): (text: string) => void {
  const { add } = Toast.useToastManager()
  return useCallback((text: string) => void add({ title: text }), [add])
}

function Notes() {
  const say = useWords('components')
  const { toasts } = Toast.useToastManager()
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
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-1.5 text-sm" />
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
