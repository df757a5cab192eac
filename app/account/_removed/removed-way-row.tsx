'use client'

import { useState } from 'react'
import { useAction } from '#app/_ui/api/use-action.ts'
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
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { type Address, ForGoodDialog } from '#app/account/_removed/for-good-dialog.tsx'
import { useBringBack } from '#app/account/_removed/use-bring-back.ts'
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
  const [asking, setAsking] = useState(false)
  const name = kind === 'passkey' ? (way.name ?? '') : say(`kind.${kind}`)
  const back = useBringBack()
  const { run, fault } = useAction(() => back(way))
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
