'use client'

import { useState } from 'react'
import { LeftOverSessions } from '#app/account/passkeys/left-over-sessions.tsx'
import { PasskeyRow } from '#app/account/passkeys/passkey-row.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

export type LeftOver = { name: string; sessions: string[] }

type Props = { passkeys: ShownPasskey[]; settlesAt: Record<string, number> }

/** The passkeys, and what a removed one may have left behind. `settlesAt`: of those that have not settled, by their ids. */
export function PasskeyList({ passkeys, settlesAt }: Props) {
  const say = useWords('passkeys')
  const note = useNote()
  const [leftOver, setLeftOver] = useState<LeftOver>()

  /** Asks about what the passkey left behind first: a note would lie below the question. */
  function removed(left: LeftOver) {
    setLeftOver(left)
    if (left.sessions.length === 0) note(say('remove.done', { name: left.name }))
  }

  function asked() {
    if (leftOver) removed({ ...leftOver, sessions: [] })
  }

  return (
    <>
      {passkeys.length > 0 ? (
        <Rows label={say('list')}>
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              settlesAt={settlesAt[passkey.id]}
              only={passkeys.length === 1}
              onRemoved={removed}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={KeyRound} title={say('none')}>
          {say('noneHint')}
        </EmptyState>
      )}
      <LeftOverSessions leftOver={leftOver} onClose={asked} />
    </>
  )
}
