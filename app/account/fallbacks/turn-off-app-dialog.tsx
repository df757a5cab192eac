'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Props = { password: boolean; open: boolean; onClose: () => void }

/** Says what turning the authenticator app off means, and does it. */
export function TurnOffAppDialog({ password, open, onClose }: Props) {
  const say = useWords('fallbacks')
  const done = useDone()

  function turnedOff() {
    onClose()
    done(say('turnOffApp.done'))
  }

  return (
    <DangerDialog
      open={open}
      words={{ title: say('turnOffApp.title'), act: say('turnOffApp.confirm'), keep: say('turnOffApp.keep') }}
      facts={[
        say('turnOffApp.codes'),
        ...(password ? [say('turnOffApp.password')] : []),
        say('othersEnd'),
        say('turnOffApp.others'),
      ]}
      act={() => answer(api.totp.$delete())}
      keep={onClose}
      after={turnedOff}
    />
  )
}
