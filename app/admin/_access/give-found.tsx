'use client'

import { useState } from 'react'
import { GrantDialog } from '#app/admin/_access/grant-dialog.tsx'
import { PersonFinder } from '#app/admin/_access/person-finder.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ListedPerson } from '#app/_web/admin.ts'

type Begun = { kind: 'member'; group: string } | { kind: 'personRole'; app: string; role: string }

/** Finds a person and gives them a group or a role, which is called `what`. */
export function GiveFound({ begun, what }: { begun: Begun; what: string }) {
  const say = useWords('adminAccess')
  const [picked, setPicked] = useState<ListedPerson>()
  const [open, setOpen] = useState(false)
  const named = { what, whom: picked?.email ?? '' }

  function pick(person: ListedPerson) {
    setPicked(person)
    setOpen(true)
  }

  return (
    <>
      <PersonFinder
        act={say(`give.${begun.kind}.each`)}
        label={(whom) => say(`give.${begun.kind}.label`, { whom })}
        onPick={pick}
      />
      {picked && (
        <GrantDialog
          grant={{ ...begun, id: picked.id }}
          title={say(`give.${begun.kind}.title`, { what })}
          who={say(`give.${begun.kind}.who`, { whom: picked.email })}
          named={named}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
