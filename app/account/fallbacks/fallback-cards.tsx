'use client'

import { useState } from 'react'
import { AppCard } from '#app/account/fallbacks/app-card.tsx'
import { CodesCard } from '#app/account/fallbacks/codes-card.tsx'
import { PasswordCard } from '#app/account/fallbacks/password-card.tsx'
import type { Fallbacks } from '#app/_web/own.ts'

/** Few enough backup codes that new ones are the next thing to do. */
const FEW = 2

/** The three ways back in. One of them at most is the next thing to do. */
export function FallbackCards({ email, totp, backupCodes, password }: Fallbacks & { email: string }) {
  const [codes, setCodes] = useState<string[]>()
  const few = codes === undefined && backupCodes.remaining <= FEW
  return (
    <div className="space-y-4">
      <CodesCard {...backupCodes} email={email} few={few} codes={codes} onCodes={setCodes} />
      <AppCard
        since={totp?.createdAt}
        suspendedAt={totp?.suspendedAt}
        password={password !== undefined}
        next={!few && !codes && !totp}
      />
      <PasswordCard email={email} setAt={password?.setAt} app={totp !== undefined} />
    </div>
  )
}
