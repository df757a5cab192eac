'use client'

import { useState } from 'react'
import { LeftOverSessions } from '#app/account/passkeys/left-over-sessions.tsx'
import { PasskeyRow } from '#app/account/passkeys/passkey-row.tsx'
import { EmptyState } from '#app/_ui/lists/empty-state.tsx'
import { KeyRound } from '#app/_ui/marks/icons.ts'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { Status } from '#app/_ui/messages/status.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import type { ShownPasskey } from '#app/_web/own.ts'

export type LeftOver = { name: string; sessions: string[] }

type Props = { passkeys: ShownPasskey[]; settlesAt: Record<string, number> }

/** The passkeys, and what a removed one may have left behind. `settlesAt`: of those that have not settled, by their ids. */
export function PasskeyList({ passkeys, settlesAt }: Props) {
  const say = useWords('passkeys')
  const [leftOver, setLeftOver] = useState<LeftOver>()
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
              onRemoved={setLeftOver}
            />
          ))}
        </Rows>
      ) : (
        <EmptyState icon={KeyRound} title={say('none')}>
          {say('noneHint')}
        </EmptyState>
      )}
      <Status className="mt-4 text-sm text-soft empty:hidden">
        {leftOver && say('remove.done', { name: leftOver.name })}
      </Status>
      <LeftOverSessions leftOver={leftOver} onClose={() => setLeftOver(leftOver && { ...leftOver, sessions: [] })} />
    </>
  )
}
