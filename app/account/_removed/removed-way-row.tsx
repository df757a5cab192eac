'use client'

import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { RowActions } from '#app/_ui/lists/row-actions.tsx'
import {
  type Icon,
  KeyRound,
  LifeBuoy,
  RectangleEllipsis,
  ShieldCheck,
  Smartphone,
  Trash2,
} from '#app/_ui/marks/icons.ts'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { type Address, ForGoodDialog } from '#app/account/_removed/for-good-dialog.tsx'
import type { RemovedWay } from '#app/_web/own.ts'

const ICONS: Record<RemovedWay['kind'], Icon> = {
  passkey: KeyRound,
  totp: Smartphone,
  backup_codes: LifeBuoy,
  password: RectangleEllipsis,
}

type Props = { way: RemovedWay; addresses: Address[]; keepsLetters: boolean }

/** A way in that was removed lately: bringing it back, or removing it for good. */
export function RemovedWayRow({ way, addresses, keepsLetters }: Props) {
  const { id, kind, removedAt, until, byRecovery, takesBack } = way
  const say = useWords('removed')
  const done = useDone()
  const confirmed = useConfirmed()
  const [asking, setAsking] = useState(false)
  const name = kind === 'passkey' ? (way.name ?? '') : say(`kind.${kind}`)
  const { run, fault } = useAction(async () => {
    const { accepted } = await confirmed(() => answer(api.removed[':id']['bring-back'].$post({ param: { id } })))
    await signalAccepted(accepted)
    done(say('bringBack.done', { name }))
  })
  const bringBack = {
    name: say('bringBack.button'),
    label: say('bringBack.label', { name }),
    icon: ShieldCheck,
    onPick: run,
  }
  const forGood = {
    name: say('forGood.button'),
    label: say('forGood.label', { name }),
    icon: Trash2,
    danger: true,
    onPick: () => setAsking(true),
  }

  return (
    <Row
      icon={ICONS[kind]}
      title={name}
      actions={
        // After a recovery no way in is old enough for either.
        !byRecovery && (
          <RowActions
            label={say('actions', { name })}
            acts={takesBack && kind !== 'password' ? [bringBack, forGood] : [bringBack]}
          />
        )
      }
    >
      <p>
        {say.rich(byRecovery ? 'byRecovery' : 'when', {
          time: () => <RelativeTime at={removedAt} />,
          until: () => <LocalTime at={until} />,
        })}
      </p>
      {kind !== 'password' && <p>{say(takesBack ? 'takesBack' : 'final')}</p>}
      <Fault>{fault}</Fault>
      <ForGoodDialog
        id={id}
        name={name}
        addresses={addresses}
        keepsLetters={keepsLetters}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </Row>
  )
}
