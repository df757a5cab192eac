'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { Duration, endOf, type Length } from '#app/admin/_acts/duration.tsx'
import { ReasonField } from '#app/admin/_acts/reason-field.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'

type Kind = 'suspend' | 'endSessions' | 'cancelRecovery'
type Given = { id: string; reason: string; until: number | undefined }

const person = api.admin.people[':id']
const SEND: Record<Kind, (given: Given) => Promise<unknown>> = {
  suspend: ({ id, reason, until }) => answer(person.suspend.$post({ param: { id }, json: { reason, until } })),
  endSessions: ({ id, reason }) => answer(person['end-sessions'].$post({ param: { id }, json: { reason } })),
  cancelRecovery: ({ id, reason }) => answer(person['cancel-recovery'].$post({ param: { id }, json: { reason } })),
}

const LENGTHS = ['open', 'day', 'week', 'month'] as const

type Props = { kind: Kind; id: string; called: string; look?: 'danger' | 'secondary'; size?: 'small' | 'normal' }

/** Something that takes away from a person, and that they are told with a reason. */
export function ReasonedAct({ kind, id, called, look = 'secondary', size = 'normal' }: Props) {
  const say = useWords('adminPerson')
  const done = useDone()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [length, setLength] = useState<Length>('open')

  function acted() {
    setOpen(false)
    setReason('')
    done(say(`${kind}.done`, { called }))
  }

  return (
    <>
      <Button look={look} size={size} onClick={() => setOpen(true)}>
        {say(`${kind}.button`)}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say(`${kind}.title`, { called }), act: say(`${kind}.confirm`) }}
        facts={[say(`${kind}.means`), say(`${kind}.told`)]}
        act={() => SEND[kind]({ id, reason, until: endOf(length, now) })}
        keep={() => setOpen(false)}
        after={acted}
      >
        <ReasonField value={reason} onChange={setReason} />
        {kind === 'suspend' && <Duration of="suspension" lengths={LENGTHS} picked={length} onPick={setLength} />}
      </ActDialog>
    </>
  )
}
