'use client'

import { useLeaveGuard } from '#app/_ui/backup-codes/use-leave-guard.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Dialog } from '#app/_ui/overlays/dialog.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'

type Props = { token: string | undefined; app: string; onKept: () => void }

/** Shows the token of a service key, which nothing shows again. Until then the browser asks before it leaves the page. */
export function MadeServiceKey({ token, app, onKept }: Props) {
  const say = useWords('adminServiceKeys')
  useLeaveGuard(token !== undefined)
  return (
    <Dialog title={say('shown.title')} open={token !== undefined} onClose={onKept}>
      <p className="text-soft">{say('shown.once', { app })}</p>
      <div className="mt-4 rounded-md border border-line bg-sunken p-3">
        <code className="block font-mono text-sm break-all text-ink">{token}</code>
        <div className="mt-3">
          <CopyButton text={token ?? ''} what={say('shown.what')} />
        </div>
      </div>
      <DialogActions>
        <Button look="primary" onClick={onKept}>
          {say('shown.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
