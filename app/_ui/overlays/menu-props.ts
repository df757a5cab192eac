import type { ReactNode } from 'react'
import type { Icon } from '#app/_ui/marks/icons.ts'

export type Act = { name: string; icon: Icon; danger?: boolean; onPick: () => void }
/** One thing to choose among several. */
type Choices = {
  label: string
  picked: string
  options: { value: string; name: string; lang?: string }[]
  onPick: (value: string) => void
}

/** What the button shows: a sign, or something of its own. */
type Face = { icon: Icon; face?: never } | { icon?: never; face: ReactNode }
export type MenuProps = Face & { label: string; head?: ReactNode; choices?: Choices[]; acts: Act[]; className?: string }

/** The classes of the button. */
export const TRIGGER =
  'flex size-11 shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-sunken hover:text-ink'
