import type { ReactNode } from 'react'

/** The buttons at the end of a dialog: the action last, where the eye ends; on phones first, where the thumb is. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>
}
