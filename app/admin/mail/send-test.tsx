'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Sends a letter to the administrator’s own address. */
export function SendTest({ email }: { email: string }) {
  const say = useWords('adminMail')
  const confirmed = useConfirmed()
  const done = useDone()
  const { run, pending, fault } = useAction(async () => {
    await confirmed(() => answer(api.admin.mail.test.$post()))
    done(say('test.done', { email }))
  })
  return (
    <div className="mt-4">
      <Fault>{fault}</Fault>
      <Button pending={pending} onClick={run}>
        {say('test.button')}
      </Button>
    </div>
  )
}
