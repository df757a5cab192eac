'use client'

import { useState } from 'react'
import { FallbackCard } from '#app/account/fallbacks/fallback-card.tsx'
import { NewCodesDialog } from '#app/account/fallbacks/new-codes-dialog.tsx'
import { useBringBack } from '#app/account/_removed/use-bring-back.ts'
import { answer, api } from '#app/_ui/api/api.ts'
import { BackupCodes } from '#app/_ui/backup-codes/backup-codes.tsx'
import { Badge } from '#app/_ui/lists/badge.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { ScrollText } from '#app/_ui/marks/icons.ts'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { useWords } from '#app/_ui/language/words.tsx'

type Props = {
  email: string
  remaining: number
  createdAt?: number
  settlesAt: number | undefined
  few: boolean
  codes: string[] | undefined
  onCodes: (codes: string[] | undefined) => void
}

/** The backup codes: how many are left, and making new ones, which are shown once. */
export function CodesCard({ email, remaining, createdAt, settlesAt, few, codes, onCodes }: Props) {
  const say = useWords('fallbacks')
  const done = useDone()
  const confirmed = useConfirmed()
  const back = useBringBack()
  const [asking, setAsking] = useState(false)
  // Those that the codes on the page replace, if they are kept.
  const [older, setOlder] = useState<string>()
  const { run, pending, fault } = useAction(async () => {
    const made = await confirmed(() => answer(api['backup-codes'].$post()))
    setOlder(undefined)
    onCodes(made.codes)
  })
  const left = codes?.length ?? remaining

  function replaced(made: string[], kept: string | undefined) {
    setOlder(kept)
    onCodes(made)
    setAsking(false)
  }

  function saved() {
    onCodes(undefined)
    done(say('codes.kept'), older === undefined ? undefined : () => back({ id: older, kind: 'backup_codes' }))
  }

  return (
    <FallbackCard
      icon={ScrollText}
      title={say('codes.title')}
      badge={<Badge tone={few ? 'warn' : 'good'}>{say('codes.left', { count: left })}</Badge>}
      actions={
        !codes && (
          <Button
            size={few ? 'normal' : 'small'}
            look={few ? 'primary' : 'secondary'}
            pending={pending}
            onClick={remaining > 0 ? () => setAsking(true) : run}
          >
            {say(remaining > 0 ? 'codes.makeNew' : 'codes.make')}
          </Button>
        )
      }
    >
      <p>{say('codes.about')}</p>
      {createdAt !== undefined && !codes && (
        <p>
          {say.rich('codes.made', { time: () => <RelativeTime at={createdAt} /> })}
          <span> </span>
          {few && remaining > 0 && (
            <strong className="font-medium text-warn">{say('codes.few', { count: remaining })}</strong>
          )}
        </p>
      )}
      {settlesAt !== undefined && !codes && (
        <p>{say.rich('youngCodes', { time: () => <RelativeTime at={settlesAt} /> })}</p>
      )}
      <Fault>{fault}</Fault>
      {codes && (
        <div className="pt-2 text-base text-ink">
          <BackupCodes codes={codes} account={email} onSaved={saved} />
        </div>
      )}
      <NewCodesDialog remaining={remaining} open={asking} onClose={() => setAsking(false)} onMade={replaced} />
    </FallbackCard>
  )
}
