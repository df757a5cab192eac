'use client'

import { useState } from 'react'
import { GrantDialog } from '#app/admin/_access/grant-dialog.tsx'
import type { Grant } from '#app/admin/_access/grants.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Select } from '#app/_ui/fields/select.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

/** What is known of a grant before the rest is chosen. */
export type Begun =
  | { kind: 'member'; id: string }
  | { kind: 'personRole'; id: string }
  | { kind: 'groupRole'; group: string }
  | { kind: 'groupRole'; app: string; role: string }

/** What can be chosen: groups by their keys, or roles by the keys of their apps and their own, with a slash between. */
export type Choice = { value: string; name: string }

/** Gives one of several groups or roles to somebody, or a role to one of several groups. `known`: how the known side is called. */
export function GiveChosen({
  begun,
  known,
  choices,
}: {
  begun: Begun
  known: string
  choices: readonly [Choice, ...Choice[]]
}) {
  const say = useWords('adminAccess')
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState(choices[0].value)
  const choice = choices.find(({ value }) => value === picked) ?? choices[0]
  const isGroupChosen = 'role' in begun
  const named = isGroupChosen ? { what: known, whom: choice.name } : { what: choice.name, whom: known }

  return (
    <>
      <Button onClick={() => setOpen(true)}>
        {isGroupChosen ? say('give.groupRole.toGroup') : say(`give.${begun.kind}.button`)}
      </Button>
      <GrantDialog
        grant={completed(begun, choice.value)}
        title={
          begun.kind === 'groupRole' && !isGroupChosen
            ? say('give.groupRole.title', { whom: known })
            : say(`give.${begun.kind}.titleOpen`, named)
        }
        named={named}
        open={open}
        onClose={() => setOpen(false)}
      >
        <Select
          name="choice"
          label={isGroupChosen ? say('give.groupRole.chooseGroup') : say(`give.${begun.kind}.choose`)}
          options={choices}
          value={choice.value}
          onChange={(event) => setPicked(event.target.value)}
        />
      </GrantDialog>
    </>
  )
}

function completed(begun: Begun, chosen: string): Grant {
  if (begun.kind === 'member') return { ...begun, group: chosen }
  if ('role' in begun) return { ...begun, group: chosen }
  const [app = '', role = ''] = chosen.split('/')
  return { ...begun, app, role }
}
