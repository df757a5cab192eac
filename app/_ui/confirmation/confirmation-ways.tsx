'use client'

import { useEffect, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { ConfirmByCode } from '#app/_ui/confirmation/confirm-by-code.tsx'
import { ConfirmByPasskey } from '#app/_ui/confirmation/confirm-by-passkey.tsx'
import type { FactorWay } from '#app/_ui/confirmation/factor-field.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { NoConfirmation } from '#app/_ui/confirmation/no-confirmation.tsx'
import { usePasskeyAbility } from '#app/_ui/passkeys/passkey-ability.ts'
import { Status } from '#app/_ui/messages/status.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import type { Touch } from '#server/touches.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Way = FactorWay | 'passkey'
/** `why`: what a passkey is asked for, where that is no step of the account. */
type Props = { touch: Partial<Touch>; why?: string; onDone: () => void; onClose: () => void }

/** Offers the ways this session can be confirmed by: a passkey first, a code beside it. */
export function ConfirmationWays(props: Props) {
  const say = useWords('components')
  const { able } = usePasskeyAbility()
  const [ways, setWays] = useState<Way[]>()
  const [rather, setRather] = useState<'passkey' | 'code'>()
  const { run, fault } = useAction(async () =>
    setWays((await answer(api.confirmation.options.$post({ json: props.touch }))).ways),
  )

  useEffect(() => {
    void run()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- The ways are read once, when the dialog opens.
  }, [])

  if (fault) return <Fault>{fault}</Fault>
  if (!ways) return <Status className="py-8 text-center text-soft">{say('moment')}</Status>

  const codes = ways.filter((way) => way !== 'passkey')
  const passkey = ways.includes('passkey') && (able || codes.length === 0)
  if (passkey && (rather !== 'code' || codes.length === 0))
    return (
      <ConfirmByPasskey {...props} onGone={run} onRather={codes.length > 0 ? () => setRather('code') : undefined} />
    )
  if (codes.length > 0)
    return <ConfirmByCode {...props} ways={codes} onRather={passkey ? () => setRather('passkey') : undefined} />
  return <NoConfirmation />
}
