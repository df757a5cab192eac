'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { KeyField } from '#app/admin/_access/key-field.tsx'
import { NameField } from '#app/admin/_access/name-field.tsx'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { Duration, endOf, type Length } from '#app/admin/_acts/duration.tsx'
import { MadeServiceKey } from '#app/admin/keys/made-service-key.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Plus } from '#app/_ui/marks/icons.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'

const LENGTHS = ['open', 'month', 'quarter'] as const

/** Makes a service key, and shows its token once. */
export function MakeServiceKey() {
  const say = useWords('adminServiceKeys')
  const access = useWords('adminAccess')
  const router = useRouter()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const [app, setApp] = useState('')
  const [name, setName] = useState('')
  const [length, setLength] = useState<Length>('open')
  const [token, setToken] = useState<string>()

  function made(key: { token: string }) {
    setOpen(false)
    setToken(key.token)
  }

  function kept() {
    setToken(undefined)
    setApp('')
    setName('')
    router.refresh()
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-5" />
        {say('make.button')}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say('make.title'), act: say('make.confirm') }}
        facts={[access('toldOwners')]}
        look="primary"
        act={() => answer(api.admin['service-keys'].$post({ json: { app, name, expiresAt: endOf(length, now) } }))}
        keep={() => setOpen(false)}
        after={made}
      >
        <KeyField of="app" value={app} onChange={setApp} first />
        <NameField value={name} onChange={setName} hint={say('make.nameHint')} />
        <Duration of="role" lengths={LENGTHS} picked={length} onPick={setLength} />
      </ActDialog>
      <MadeServiceKey token={token} app={app} onKept={kept} />
    </>
  )
}
