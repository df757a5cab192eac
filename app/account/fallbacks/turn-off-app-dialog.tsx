'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useBringBack } from '#app/account/_removed/use-bring-back.ts'
import { removedOfKind, withKept } from '#app/account/_removed/with-kept.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

type Props = { password: boolean; open: boolean; onClose: () => void }

/** Says what turning the authenticator app off means, and does it. */
export function TurnOffAppDialog({ password, open, onClose }: Props) {
  const say = useWords('fallbacks')
  const done = useDone()

  const back = useBringBack()

  function turnedOff({ kept }: { kept: string | undefined }) {
    onClose()
    done(say('turnOffApp.done'), kept === undefined ? undefined : () => back({ id: kept, kind: 'totp' }))
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
      act={() =>
        withKept(
          () => removedOfKind('totp'),
          () => answer(api.totp.$delete()),
        )
      }
      keep={onClose}
      after={turnedOff}
    />
  )
}
