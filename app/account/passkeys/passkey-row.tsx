'use client'

import { useState } from 'react'
import type { LeftOver } from '#app/account/passkeys/passkey-list.tsx'
import { RemovePasskeyDialog } from '#app/account/passkeys/remove-passkey-dialog.tsx'
import { RenamePasskeyDialog } from '#app/account/passkeys/rename-passkey-dialog.tsx'
import { whereItLives } from '#app/account/passkeys/where-it-lives.ts'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Pencil, Trash2 } from '#app/_ui/icons.ts'
import { RelativeTime } from '#app/_ui/relative-time.tsx'
import { Row } from '#app/_ui/row.tsx'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

type Props = { passkey: ShownPasskey; onRemoved: (leftOver: LeftOver) => void }

/** One passkey: its name, where it lives, when it was made and used, renaming and removing it. */
export function PasskeyRow({ passkey, onRemoved }: Props) {
  const [dialog, setDialog] = useState<'rename' | 'remove'>()
  const { icon, words } = whereItLives(passkey)
  const close = () => setDialog(undefined)
  return (
    <Row
      icon={icon}
      title={passkey.name}
      badges={passkey.regressedAt !== undefined && <Badge tone="warn">Perhaps copied</Badge>}
      actions={
        <>
          <Button look="quiet" size="small" onClick={() => setDialog('rename')} aria-label={`Rename ${passkey.name}`}>
            <Pencil aria-hidden="true" className="size-4" />
            Rename
          </Button>
          <Button look="quiet" size="small" onClick={() => setDialog('remove')} aria-label={`Remove ${passkey.name}`}>
            <Trash2 aria-hidden="true" className="size-4" />
            Remove
          </Button>
        </>
      }
    >
      <p>{words}</p>
      <p>
        Made <RelativeTime at={passkey.createdAt} /> · {passkey.lastUsedAt === undefined ? 'never used to sign in' : <>last used <RelativeTime at={passkey.lastUsedAt} /></>}
      </p>
      {passkey.regressedAt !== undefined && (
        <p className="text-warn">
          Its counter went backwards <RelativeTime at={passkey.regressedAt} />: there may be a copy of it. If you are not sure why, remove it and make a new one.
        </p>
      )}
      <RenamePasskeyDialog passkey={passkey} open={dialog === 'rename'} onClose={close} />
      <RemovePasskeyDialog passkey={passkey} open={dialog === 'remove'} onClose={close} onRemoved={onRemoved} />
    </Row>
  )
}
