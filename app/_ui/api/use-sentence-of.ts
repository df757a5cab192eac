'use client'

import { useCallback } from 'react'
import { PasskeyFault } from '#app/_ui/passkeys/passkey-fault.ts'
import { Problem } from '#app/_ui/api/problem.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** What to tell the person about something thrown; nothing if they cancelled it themselves. */
export function useSentenceOf(): (thrown: unknown) => string | undefined {
  const say = useWords('faults')

  return useCallback(
    (thrown) => {
      if (thrown instanceof PasskeyFault) return thrown.kind === 'cancelled' ? undefined : say(thrown.kind)
      if (thrown instanceof Problem)
        return thrown.retryAfter ? say('tooManyTries', counted(thrown.retryAfter)) : (thrown.sentence ?? say('unknown'))
      return say(thrown instanceof TypeError ? 'unreachable' : 'unknown')
    },
    [say],
  )
}

/** A time to wait, in the unit people would count it in, rounded up. */
function counted(seconds: number): { count: number; unit: 'second' | 'minute' | 'hour' } {
  const minutes = Math.ceil(seconds / 60)
  if (seconds <= 90) return { count: seconds, unit: 'second' }
  return minutes <= 90 ? { count: minutes, unit: 'minute' } : { count: Math.ceil(minutes / 60), unit: 'hour' }
}
