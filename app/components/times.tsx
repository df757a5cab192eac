'use client'

import { Section, State } from '#app/components/section.tsx'
import { LocalTime } from '#app/_ui/time/local-time.tsx'
import { RelativeTime } from '#app/_ui/time/relative-time.tsx'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { WaitClock } from '#app/recover/wait-clock.tsx'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long it was, and how long it will be. */
export function Times() {
  const now = useNow()
  return (
    <Section title="Time">
      {[24, 23.5, 12, 1, 0.01].map((hours) => (
        <State key={hours} name={`ring: ${hours} of 24 hours to go`}>
          <WaitClock left={hours * HOUR} delay={DAY} />
        </State>
      ))}
      <State name="said">
        <ul className="space-y-1">
          {[-30 * DAY, -2 * DAY, -3 * HOUR, -1000, 3 * HOUR, 30 * DAY].map((away) => (
            <li key={away}>
              <RelativeTime at={now + away} />
            </li>
          ))}
          <li>
            <LocalTime at={now + DAY} />
          </li>
        </ul>
      </State>
    </Section>
  )
}
