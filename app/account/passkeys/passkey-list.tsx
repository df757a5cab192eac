'use client'

import { useState } from 'react'
import { LeftOverSessions } from '#app/account/passkeys/left-over-sessions.tsx'
import { PasskeyRow } from '#app/account/passkeys/passkey-row.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

export type LeftOver = { name: string; sessions: string[] }

/** The passkeys, and what a removed one may have left behind. */
export function PasskeyList({ passkeys }: { passkeys: ShownPasskey[] }) {
  const say = useWords('passkeys')
  const [leftOver, setLeftOver] = useState<LeftOver>()
  return (
    <>
      <Rows label={say('list')}>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} only={passkeys.length === 1} onRemoved={setLeftOver} />
        ))}
      </Rows>
      <Status className="mt-4 text-sm text-soft empty:hidden">
        {leftOver && say('remove.done', { name: leftOver.name })}
      </Status>
      <LeftOverSessions leftOver={leftOver} onClose={() => setLeftOver(leftOver && { ...leftOver, sessions: [] })} />
    </>
  )
}
