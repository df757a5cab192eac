'use client'

import { useEffect, useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'

/** How good a password would be: 0 to 4, why it cannot be taken (if so), and what would make it better. */
export type Strength = { score: number; reason?: string; suggestions: string[] }

/** How long typing rests before the server is asked (milliseconds). */
const REST = 400

/** Asks the server how good a password would be, whenever typing rests. Nothing while nothing is typed. */
export function useStrength(password: string): Strength | undefined {
  const [strength, setStrength] = useState<Strength>()

  useEffect(() => {
    if (password === '') return
    let outdated = false
    async function judge() {
      // It advises only: without it the password can still be set, or be refused with the reason.
      const judged = await answer(api.password.check.$post({ json: { password } })).catch(() => undefined)
      if (!outdated) setStrength(judged)
    }
    const timer = setTimeout(() => void judge(), REST)
    return () => {
      outdated = true
      clearTimeout(timer)
    }
  }, [password])

  return password === '' ? undefined : strength
}
