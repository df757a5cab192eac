'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Revokes a service key. */
export function RevokeServiceKey({ id, name }: { id: string; name: string }) {
  const say = useWords('adminServiceKeys')
  const done = useDone()
  const [open, setOpen] = useState(false)

  function revoked() {
    setOpen(false)
    done(say('revoke.done', { name }))
  }

  return (
    <>
      <Button look="quiet" size="small" aria-label={say('revoke.label', { name })} onClick={() => setOpen(true)}>
        {say('revoke.button')}
      </Button>
      <ActDialog
        open={open}
        words={{ title: say('revoke.title', { name }), act: say('revoke.confirm') }}
        facts={[say('revoke.means'), say('revoke.told')]}
        act={() => answer(api.admin['service-keys'][':id'].$delete({ param: { id } }))}
        keep={() => setOpen(false)}
        after={revoked}
      />
    </>
  )
}
