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
import type { ShownAppRole } from '#app/_web/admin-access.ts'

const NEW = { app: '', key: '', name: '', permissions: '', includes: '' }

/** Makes a role of an app, or changes one. `taken`: apps and keys that exist, with a slash between. */
export function RoleForm({ role, taken = [] }: { role?: ShownAppRole; taken?: readonly string[] }) {
  const say = useWords('adminAppRoles')
  const access = useWords('adminAccess')
  const done = useDone()
  const [open, setOpen] = useState(false)
  const [edited, setEdited] = useState(NEW)
  const { app, key, name } = edited
  const isTaken = taken.includes(`${app}/${key}`)
  const edit = (part: Partial<typeof NEW>) => setEdited({ ...edited, ...part })

  function begin() {
    setEdited(role ? { ...role, permissions: role.permissions.join(', '), includes: role.includes.join(', ') } : NEW)
    setOpen(true)
  }

  async function put(): Promise<boolean> {
    if (isTaken) return false
    const json = { name, permissions: listIn(edited.permissions), includes: listIn(edited.includes) }
    await answer(api.admin['app-roles'][':app'][':key'].$put({ param: { app, key }, json }))
    return true
  }

  function after(isPut: boolean) {
    if (!isPut) return
    setOpen(false)
    done(role ? access('saved', { name }) : say('make.done', { name }))
  }

  return (
    <>
      <Button look={role ? 'secondary' : 'primary'} onClick={begin}>
        {!role && <Plus aria-hidden="true" className="size-5" />}
        {say(role ? 'change.button' : 'make.button')}
      </Button>
      <ActDialog
        open={open}
        words={{
          title: role ? say('change.title', { name: role.name }) : say('make.title'),
          act: role ? access('save') : say('make.confirm'),
        }}
        facts={[access('toldOwners')]}
        look="primary"
        act={put}
        keep={() => setOpen(false)}
        after={after}
      >
        {!role && <KeyField of="app" value={app} onChange={(typed) => edit({ app: typed })} first />}
        {!role && (
          <KeyField
            of="key"
            value={key}
            onChange={(typed) => edit({ key: typed })}
            fault={isTaken ? access('taken') : undefined}
          />
        )}
        <NameField value={name} onChange={(typed) => edit({ name: typed })} first={role !== undefined} />
        <ListField
          name="permissions"
          label={say('permissions')}
          hint={say('permissionsHint')}
          value={edited.permissions}
          onChange={(typed) => edit({ permissions: typed })}
        />
        <ListField
          name="includes"
          label={say('includesLabel')}
          hint={say('includesHint')}
          value={edited.includes}
          onChange={(typed) => edit({ includes: typed })}
        />
      </ActDialog>
    </>
  )
}
