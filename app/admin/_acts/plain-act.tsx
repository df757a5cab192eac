'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Kind = 'unsuspend' | 'confirmRoles'

const person = api.admin.people[':id']
const SEND: Record<Kind, (id: string) => Promise<unknown>> = {
  unsuspend: (id) => answer(person.unsuspend.$post({ param: { id } })),
  confirmRoles: (id) => answer(person['confirm-roles'].$post({ param: { id } })),
}

/** Something that gives back to a person what was taken away. */
export function PlainAct({ kind, id, called }: { kind: Kind; id: string; called: string }) {
  const say = useWords('adminPerson')
  const done = useDone()
  const [open, setOpen] = useState(false)

  function acted() {
    setOpen(false)
    done(say(`${kind}.done`, { called }))
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(`${kind}.button`)}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say(`${kind}.title`, { called }), act: say(`${kind}.confirm`) }}
        facts={[say(`${kind}.means`), say(`${kind}.told`)]}
        look="primary"
        act={() => SEND[kind](id)}
        keep={() => setOpen(false)}
        after={acted}
      />
    </>
  )
}
