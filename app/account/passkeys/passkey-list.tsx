'use client'

import { type ReactElement, type ReactNode, useState } from 'react'
import { LeftOverSessions } from '#app/account/passkeys/left-over-sessions.tsx'
import { PasskeyRow } from '#app/account/passkeys/passkey-row.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

export type LeftOver = { name: string; sessions: string[] }

/** A passkey with its mark and what is known about it, which the server renders. `settlesAt`: if it has not settled. */
export type ListedPasskey = {
  passkey: ShownPasskey
  mark: ReactElement
  facts: ReactNode
  settlesAt: number | undefined
}

/** The passkeys, and what a removed one may have left behind. */
export function PasskeyList({ listed }: { listed: ListedPasskey[] }) {
  const say = useWords('passkeys')
  const [leftOver, setLeftOver] = useState<LeftOver>()
  return (
    <>
      {listed.length > 0 ? (
        <Rows label={say('list')}>
          {listed.map((one) => (
            <PasskeyRow key={one.passkey.id} {...one} only={listed.length === 1} onRemoved={setLeftOver} />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={KeyRound} title={say('none')}>
          {say('noneHint')}
        </EmptyState>
      )}
      <LeftOverSessions leftOver={leftOver} onClose={() => setLeftOver(leftOver && { ...leftOver, sessions: [] })} />
    </>
  )
}
