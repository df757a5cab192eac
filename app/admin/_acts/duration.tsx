'use client'

import { Choices } from '#app/_ui/fields/choices.tsx'
import { useWords } from '#app/_ui/language/words.tsx'

const DAY = 86_400_000
const DAYS = { open: undefined, day: 1, week: 7, month: 30, quarter: 90 } as const

export type Length = keyof typeof DAYS

/** Returns when a length ends that begins now (epoch milliseconds), or nothing without an end. */
export function endOf(length: Length, now: number): number | undefined {
  const days = DAYS[length]
  return days === undefined ? undefined : now + days * DAY
}

type Props = { of: 'suspension' | 'role'; lengths: readonly Length[]; picked: Length; onPick: (length: Length) => void }

/** Takes for how long something is in force. */
export function Duration({ of, lengths, picked, onPick }: Props) {
  const say = useWords('adminPerson')
  return (
    <Choices
      label={say('length.label')}
      name="length"
      inRow
      options={lengths.map((length) => ({
        value: length,
        name: length === 'open' ? say(`length.open.${of}`) : say(`length.${length}`),
      }))}
      picked={picked}
      onPick={onPick}
    />
  )
}
