'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RecoveryBanner } from '#app/account/_shell/recovery-banner.tsx'
import { CancelledBanner } from '#app/account/_shell/cancelled-banner.tsx'
import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useAction } from '#app/_ui/api/use-action.ts'
import type { RecoveryState } from '#app/_web/own.ts'

/** Tells whoever is signed in that a recovery of their account is under way, and lets them cancel it with a passkey. */
export function RecoveryNotice({ recovery }: { recovery: RecoveryState }) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const [cancelled, setCancelled] = useState(false)

  const { run, pending, fault } = useAction(async () => {
    // Over already, in another tab or by another hand: that is what was wanted.
    await confirmed(() => answer(api.account.recovery.cancel.$post())).catch((thrown: unknown) => {
      if (!isRefusal(thrown, 'not_found')) throw thrown
    })
    setCancelled(true)
    router.refresh()
  })

  return (
    <>
      {recovery.state !== 'none' && (
        <RecoveryBanner recovery={recovery} pending={pending} fault={fault} onCancel={run} />
      )}
      <div role="status">{cancelled && recovery.state === 'none' && <CancelledBanner />}</div>
    </>
  )
}
