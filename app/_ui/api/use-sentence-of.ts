'use client'

import { useCallback } from 'react'
import { PasskeyFault, type PasskeyFaultKind } from '#app/_ui/passkeys/passkey-fault.ts'
import { Problem } from '#app/_ui/api/problem.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** What to tell the person: that something is wrong, or a quiet hint about what they can do. Both may be missing. */
export type Told = { fault?: string; hint?: string }

/** Nothing went wrong here: the person can simply go on. */
const HINTS: ReadonlySet<PasskeyFaultKind> = new Set(['notUsed', 'notCreated', 'already'])

/** What to tell the person about something thrown; nothing if a page or another request ended it. */
export function useSentenceOf(): (thrown: unknown) => Told {
  const say = useWords('faults')

  return useCallback(
    (thrown) => {
      if (thrown instanceof PasskeyFault) {
        if (thrown.kind === 'cancelled') return {}
        return HINTS.has(thrown.kind) ? { hint: say(thrown.kind) } : { fault: say(thrown.kind) }
      }
      if (thrown instanceof Problem) {
        const { code, retryAfter, sentence } = thrown
        if (code === 'cookies_blocked') return { fault: say('cookies') }
        return { fault: retryAfter ? say('tooManyTries', counted(retryAfter)) : (sentence ?? say('unknown')) }
      }
      return { fault: say(thrown instanceof TypeError ? 'unreachable' : 'unknown') }
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
