'use client'

import { useState } from 'react'
import { AppCard } from '#app/account/fallbacks/app-card.tsx'
import { CodesCard } from '#app/account/fallbacks/codes-card.tsx'
import { PasswordCard } from '#app/account/fallbacks/password-card.tsx'
import type { Fallbacks } from '#app/_web/own.ts'

/** Few enough backup codes that new ones are the next thing to do. */
const FEW = 2

/** When the app and the codes settle, if they have not. */
type Settling = { app: number | undefined; codes: number | undefined }
type Props = Fallbacks & { email: string; settlesAt: Settling }

/** The three ways back in. One of them at most is the next thing to do. */
export function FallbackCards({ email, totp, backupCodes, password, settlesAt }: Props) {
  const [codes, setCodes] = useState<string[]>()
  const few = codes === undefined && backupCodes.remaining <= FEW
  return (
    <div className="space-y-4">
      <CodesCard
        {...backupCodes}
        settlesAt={settlesAt.codes}
        email={email}
        few={few}
        codes={codes}
        onCodes={setCodes}
      />
      <AppCard
        since={totp?.createdAt}
        settlesAt={settlesAt.app}
        suspendedAt={totp?.suspendedAt}
        password={password !== undefined}
        next={!few && !codes && !totp}
      />
      <PasswordCard email={email} setAt={password?.setAt} app={totp !== undefined} />
    </div>
  )
}
