'use client'

import { useState } from 'react'
import type { LeftOver, ListedPasskey } from '#app/account/passkeys/passkey-list.tsx'
import { RemovePasskeyDialog } from '#app/account/passkeys/remove-passkey-dialog.tsx'
import { RenamePasskeyDialog } from '#app/account/passkeys/rename-passkey-dialog.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Pencil, Trash2 } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { Row } from '#app/_ui/lists/row.tsx'
import { RowActions } from '#app/_ui/lists/row-actions.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = ListedPasskey & { only: boolean; onRemoved: (leftOver: LeftOver) => void }

/** One passkey: its name, where it lives, where and when it was used, renaming and removing it. */
export function PasskeyRow({ passkey, mark, facts, settlesAt, only, onRemoved }: Props) {
  const say = useWords('passkeys')
  const [dialog, setDialog] = useState<'rename' | 'remove'>()
  const { regressedAt: regressed } = passkey
  const close = () => setDialog(undefined)
  return (
    <Row
      icon={mark}
      title={passkey.name}
      badges={regressed !== undefined && <Badge tone="warn">{say('regressed')}</Badge>}
      actions={
        <RowActions
          label={say('actions', { name: passkey.name })}
          acts={[
            {
              name: say('rename.button'),
              label: say('rename.label', { name: passkey.name }),
              icon: Pencil,
              onPick: () => setDialog('rename'),
            },
            {
              name: say('remove.button'),
              label: say('remove.label', { name: passkey.name }),
              icon: Trash2,
              danger: true,
              onPick: () => setDialog('remove'),
            },
          ]}
        />
      }
    >
      {facts}
      {settlesAt !== undefined && <p>{say.rich('young', { time: () => <RelativeTime at={settlesAt} /> })}</p>}
      {regressed !== undefined && (
        <p className="text-warn">{say.rich('regressedHint', { time: () => <RelativeTime at={regressed} /> })}</p>
      )}
      <RenamePasskeyDialog passkey={passkey} open={dialog === 'rename'} onClose={close} />
      <RemovePasskeyDialog
        passkey={passkey}
        young={settlesAt !== undefined}
        only={only}
        open={dialog === 'remove'}
        onClose={close}
        onRemoved={onRemoved}
      />
    </Row>
  )
}
