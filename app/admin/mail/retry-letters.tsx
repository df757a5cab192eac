'use client'

import { useState } from 'react'
import { ActDialog } from '#app/admin/_acts/act-dialog.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Lets letters that were refused be sent again now. */
export function RetryLetters() {
  const say = useWords('adminMail')
  const done = useDone()
  const [open, setOpen] = useState(false)
  return (
    <div className="mt-4">
      <Button onClick={() => setOpen(true)}>{say('retry.button')}</Button>
      <ActDialog
        open={open}
        words={{ title: say('retry.title'), act: say('retry.confirm') }}
        facts={[say('retry.means'), say('retry.drop')]}
        look="primary"
        act={() => answer(api.admin.mail.retry.$post())}
        keep={() => setOpen(false)}
        after={({ retried }) => {
          setOpen(false)
          done(say('retry.done', { count: retried }))
        }}
      />
    </div>
  )
}
