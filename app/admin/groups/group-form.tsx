'use client'

import { useState } from 'react'
import { KeyField } from '#app/admin/_access/key-field.tsx'
import { ListField } from '#app/admin/_access/list-field.tsx'
import { listIn } from '#app/admin/_access/list-in.ts'
import { NameField } from '#app/admin/_access/name-field.tsx'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Plus } from '#app/_ui/marks/icons.ts'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownGroup } from '#app/_web/admin-access.ts'

type Group = Pick<ShownGroup, 'key' | 'name' | 'domains'>

/** Makes a group. `taken`: keys that exist. */
export function MakeGroup({ taken }: { taken: readonly string[] }) {
  return <GroupForm taken={taken} />
}

/** Changes the name and the domains of a group. */
export function ChangeGroup({ group }: { group: Group }) {
  return <GroupForm group={group} taken={[]} />
}

function GroupForm({ group, taken }: { group?: Group; taken: readonly string[] }) {
  const say = useWords('adminGroups')
  const access = useWords('adminAccess')
  const done = useDone()
  const [open, setOpen] = useState(false)
  const [key, setKey] = useState('')
  const [name, setName] = useState('')
  const [domains, setDomains] = useState('')
  const isTaken = taken.includes(key)

  function begin() {
    setKey(group?.key ?? '')
    setName(group?.name ?? '')
    setDomains(group?.domains.join(', ') ?? '')
    setOpen(true)
  }

  async function put(): Promise<boolean> {
    if (isTaken) return false
    const json = { name, domains: listIn(domains.toLowerCase()) }
    await answer(api.admin.groups[':key'].$put({ param: { key }, json }))
    return true
  }

  function after(isPut: boolean) {
    if (!isPut) return
    setOpen(false)
    done(group ? access('saved', { name }) : say('make.done', { name }))
  }

  return (
    <>
      <Button look={group ? 'secondary' : 'primary'} onClick={begin}>
        {!group && <Plus aria-hidden="true" className="size-5" />}
        {say(group ? 'change.button' : 'make.button')}
      </Button>
      <ActDialog
        open={open}
        words={{
          title: group ? say('change.title', { name: group.name }) : say('make.title'),
          act: group ? access('save') : say('make.confirm'),
        }}
        facts={[access('toldOwners')]}
        look="primary"
        act={put}
        keep={() => setOpen(false)}
        after={after}
      >
        <NameField value={name} onChange={setName} first />
        {!group && <KeyField of="key" value={key} onChange={setKey} fault={isTaken ? access('taken') : undefined} />}
        <ListField
          name="domains"
          label={say('domainsLabel')}
          hint={say('domainsHint')}
          value={domains}
          onChange={setDomains}
        />
      </ActDialog>
    </>
  )
}
