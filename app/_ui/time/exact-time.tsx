'use client'

import { useExactTime } from '#app/_ui/time/exact.ts'

/** A time to the second. */
export function ExactTime({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{useExactTime(at)}</time>
}
