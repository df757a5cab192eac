'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { OwnRole } from '#app/_web/admin.ts'

/** Takes a role from a person. */
export function TakeRole({ id, called, role }: { id: string; called: string; role: OwnRole }) {
  const say = useWords('adminPerson')
  const named = useWords('admin')(`roles.${role}`)
  const done = useDone()
  const [open, setOpen] = useState(false)

  function taken() {
    setOpen(false)
    done(say('takeRole.done', { called, role: named }))
  }

  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label={say('takeRole.label', { role: named })}
        onClick={() => setOpen(true)}
      >
        {say('takeRole.button')}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say('takeRole.title', { called, role: named }), act: say('takeRole.confirm') }}
        facts={[say('takeRole.means'), say('takeRole.told')]}
        act={() => answer(api.admin.people[':id']['remove-role'].$post({ param: { id }, json: { role } }))}
        keep={() => setOpen(false)}
        after={taken}
      />
    </>
  )
}
