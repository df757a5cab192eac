'use client'

import { useState } from 'react'
import { LeftOverSessions } from '#app/account/passkeys/left-over-sessions.tsx'
import { PasskeyRow } from '#app/account/passkeys/passkey-row.tsx'
import { Rows } from '#app/_ui/rows.tsx'
import { Status } from '#app/_ui/status.tsx'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

export type LeftOver = { name: string; sessions: string[] }

/** The passkeys, and what a removed one may have left behind. */
export function PasskeyList({ passkeys }: { passkeys: ShownPasskey[] }) {
  const [leftOver, setLeftOver] = useState<LeftOver>()
  return (
    <>
      <Rows label="Your passkeys">
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onRemoved={setLeftOver} />
        ))}
      </Rows>
      <Status className="mt-4 text-sm text-soft empty:hidden">{leftOver && `“${leftOver.name}” was removed. We also told you by mail.`}</Status>
      <LeftOverSessions leftOver={leftOver} onClose={() => setLeftOver(leftOver && { ...leftOver, sessions: [] })} />
    </>
  )
}
