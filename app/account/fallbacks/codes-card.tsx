'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FallbackCard } from '#app/account/fallbacks/fallback-card.tsx'
import { NewCodesDialog } from '#app/account/fallbacks/new-codes-dialog.tsx'
import { answer, api } from '#app/_ui/api.ts'
import { BackupCodes } from '#app/_ui/backup-codes.tsx'
import { Badge } from '#app/_ui/badge.tsx'
import { Button } from '#app/_ui/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation.tsx'
import { Fault } from '#app/_ui/fault.tsx'
import { ScrollText } from '#app/_ui/icons.ts'
import { RelativeTime } from '#app/_ui/relative-time.tsx'
import { useAction } from '#app/_ui/use-action.ts'

type Props = { email: string; remaining: number; createdAt?: number; few: boolean; codes: string[] | undefined; onCodes: (codes: string[] | undefined) => void }

/** The backup codes: how many are left, and making new ones, which are shown once. */
export function CodesCard({ email, remaining, createdAt, few, codes, onCodes }: Props) {
  const router = useRouter()
  const confirmed = useConfirmed()
  const [asking, setAsking] = useState(false)
  const { run, pending, fault, forget } = useAction(async () => {
    const made = await confirmed(() => answer(api['backup-codes'].$post()))
    onCodes(made.codes)
    setAsking(false)
  })
  const left = codes?.length ?? remaining

  function keepOld() {
    forget()
    setAsking(false)
  }

  function saved() {
    onCodes(undefined)
    router.refresh()
  }

  return (
    <FallbackCard
      icon={ScrollText}
      title="Backup codes"
      badge={<Badge tone={few ? 'warn' : 'good'}>{left === 0 ? 'None' : `${left} left`}</Badge>}
      actions={
        !codes && (
          <Button size={few ? 'normal' : 'small'} look={few ? 'primary' : 'secondary'} pending={pending && !asking} onClick={remaining > 0 ? () => setAsking(true) : run}>
            {remaining > 0 ? 'Make new codes' : 'Make backup codes'}
          </Button>
        )
      }
    >
      <p>Ten codes for a drawer or a safe. Each works once, together with your mailbox or your password, when every device is gone.</p>
      {createdAt !== undefined && !codes && (
        <p>
          Made <RelativeTime at={createdAt} />.
          {few && remaining > 0 && <strong className="font-medium text-warn"> Only {remaining} left: make new ones while you still can.</strong>}
        </p>
      )}
      {!asking && <Fault>{fault}</Fault>}
      {codes && (
        <div className="pt-2 text-base text-ink">
          <BackupCodes codes={codes} account={email} onSaved={saved} />
        </div>
      )}
      <NewCodesDialog remaining={remaining} open={asking} onClose={keepOld} pending={pending} fault={fault} onMake={run} />
    </FallbackCard>
  )
}
