'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import { signalAccepted } from '#app/_ui/passkeys/passkey-ceremony.ts'
import type { RemovedWay } from '#app/_web/own.ts'

/** A removed way in. `name` is a passkey's. */
type Way = Pick<RemovedWay, 'kind' | 'name'> & { id: string }

/** Brings a removed way in back, after a touch for it, and says so. */
export function useBringBack(): (way: Way) => Promise<void> {
  const say = useWords('removed')
  const done = useDone()
  const confirmed = useConfirmed()
  return async ({ id, kind, name = '' }) => {
    const { accepted } = await confirmed(() => answer(api.removed[':id']['bring-back'].$post({ param: { id } })))
    await signalAccepted(accepted)
    done(say('bringBack.done', { name: kind === 'passkey' ? name : say(`kind.${kind}`) }))
  }
}
