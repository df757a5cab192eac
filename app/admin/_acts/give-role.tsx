'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { Duration, endOf, type Length } from '#app/admin/_acts/duration.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Choices } from '#app/_ui/fields/choices.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import type { OwnRole } from '#app/_web/admin.ts'

const LENGTHS = ['open', 'week', 'month', 'quarter'] as const

/** Gives a role to a person, for good or for a time. `roles`: those that may be given, of which there is at least one. */
export function GiveRole({ id, called, roles }: { id: string; called: string; roles: [OwnRole, ...OwnRole[]] }) {
  const say = useWords('adminPerson')
  const admin = useWords('admin')
  const done = useDone()
  const now = useNow()
  const [open, setOpen] = useState(false)
  // The role that may do least comes last.
  const [role, setRole] = useState<OwnRole>(roles.at(-1) ?? roles[0])
  const [length, setLength] = useState<Length>('open')
  const until = role === 'owner' ? undefined : endOf(length, now)

  function given() {
    setOpen(false)
    done(say('giveRole.done', { called, role: admin(`roles.${role}`) }))
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('giveRole.button')}</Button>
      <ActDialog
        open={open}
        words={{ title: say('giveRole.title', { called }), act: say('giveRole.confirm') }}
        facts={[say('giveRole.means'), say('giveRole.told')]}
        look="primary"
        act={() => answer(api.admin.people[':id']['grant-role'].$post({ param: { id }, json: { role, until } }))}
        keep={() => setOpen(false)}
        after={given}
      >
        <Choices
          label={say('giveRole.role')}
          name="role"
          options={roles.map((each) => ({ value: each, name: admin(`roles.${each}`), hint: say(`allows.${each}`) }))}
          picked={role}
          onPick={setRole}
        />
        {role !== 'owner' && <Duration of="role" lengths={LENGTHS} picked={length} onPick={setLength} />}
      </ActDialog>
    </>
  )
}
