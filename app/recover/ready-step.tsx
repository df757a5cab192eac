'use client'

import { useEffect } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { cancelPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { Unsupported } from '#app/_ui/passkeys/unsupported.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { Go, Pass } from '#app/recover/progress.ts'
import { ReadyNotice } from '#app/recover/ready-notice.tsx'
import { CancelOwnRecovery } from '#app/recover/cancel-own-recovery.tsx'
import { usePassAction } from '#app/recover/use-pass-action.ts'

/** Says what completing the recovery does, and completes it with a new passkey. */
export function ReadyStep({ pass, go }: { pass: Pass; go: Go }) {
  const say = useWords('recover')
  const general = useWords('components')
  const { able, secure } = usePasskeyAbility()
  const { email } = pass
  useEffect(() => cancelPasskey, [])

  const { run, pending, fault, hint } = usePassAction(email, go, async () => {
    const { ceremony, options } = await answer(api.recovery.options.$post({ json: { ceremony: pass.ceremony } }))
    const { backupCodes, user } = await registerPasskey(options, (credential) =>
      answer(api.recovery.finish.$post({ json: { ceremony, credential } })),
    )
    go({ step: 'codes', email: user.email, codes: backupCodes })
  })

  return (
    <>
      <ReadyNotice closesAt={pass.closesAt} />
      <Fault>{fault}</Fault>
      {able ? (
        <>
          <Button look="primary" pending={pending} onClick={run} className="mt-1 w-full">
            {!pending && <KeyRound aria-hidden="true" className="size-5" />}
            {say('ready.make')}
          </Button>
          <Status className="mt-3 mb-5 text-center text-sm text-soft">
            {pending ? general('asking') : (hint ?? general('willAsk'))}
          </Status>
        </>
      ) : (
        <div className="mb-5">
          <Unsupported secure={secure} />
        </div>
      )}
      <div className="space-y-2 border-t border-line pt-5">
        {pass.ways.length > 0 && (
          <Button className="w-full" onClick={() => go({ step: 'second', pass })}>
            {say('codeAfterAll')}
          </Button>
        )}
        <CancelOwnRecovery pass={pass} go={go} />
      </div>
    </>
  )
}
