'use client'

import { type ReactNode, useState } from 'react'
import { type Grant, give } from '#app/admin/_access/grants.ts'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { Duration, endOf, type Length } from '#app/admin/_acts/duration.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'

const LENGTHS = ['open', 'week', 'month', 'quarter'] as const

type Props = {
  grant: Grant
  title: string
  /** Who gets it, if nothing is left to choose. */
  who?: string
  /** How the two are called. */
  named: { what: string; whom: string }
  open: boolean
  onClose: () => void
  /** What has to be chosen first. */
  children?: ReactNode
}

/** Gives a group or a role, for good or for a time. */
export function GrantDialog({ grant, title, who, named, open, onClose, children }: Props) {
  const say = useWords('adminAccess')
  const done = useDone()
  const now = useNow()
  const [length, setLength] = useState<Length>('open')

  function given() {
    onClose()
    done(say(`give.${grant.kind}.done`, named))
  }

  return (
    <ActDialog
      open={open}
      words={{ title, act: say(`give.${grant.kind}.confirm`) }}
      facts={[...(who === undefined ? [] : [who]), say('give.counts'), say(`give.${grant.kind}.told`)]}
      look="primary"
      act={() => give(grant, endOf(length, now))}
      keep={onClose}
      after={given}
    >
      {children}
      <Duration of="role" lengths={LENGTHS} picked={length} onPick={setLength} />
    </ActDialog>
  )
}
