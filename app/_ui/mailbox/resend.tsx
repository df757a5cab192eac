'use client'

import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { useCountdown } from '#app/_ui/time/use-countdown.ts'

/** A letter is mostly there by then (seconds). */
const PAUSE = 30

/** Sends a new code, once the last one has had the time to arrive: until then it counts down. */
export function Resend({ pending, onPress }: { pending: boolean; onPress: () => void }) {
  const say = useWords('components')
  const left = useCountdown(PAUSE)
  if (left > 0) return <p className="py-1.5 text-sm text-soft tabular-nums">{say('resendIn', { seconds: left })}</p>
  return (
    <Button look="quiet" size="small" className="-ml-3" pending={pending} onClick={onPress}>
      {say('resend')}
    </Button>
  )
}
