'use client'

import { answer, api } from '#app/_ui/api/api.ts'
import { useConfirmed } from '#app/_ui/confirmation/confirmation.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'

/** Brings a removed address back, after a touch for it, and says so. */
export function useBringBackEmail(): (email: { id: string; address: string }) => Promise<void> {
  const say = useWords('emails')
  const done = useDone()
  const confirmed = useConfirmed()
  return async ({ id, address }) => {
    await confirmed(() => answer(api.emails[':id']['bring-back'].$post({ param: { id } })))
    done(say('removed.done', { address }))
  }
}
