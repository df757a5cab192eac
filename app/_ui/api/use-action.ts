'use client'

import { useCallback, useRef, useState } from 'react'
import { type Told, useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'

type Action<Arguments extends unknown[]> = {
  run: (...given: Arguments) => Promise<void>
  pending: boolean
  /** What went wrong the last time, in words for the person. */
  fault: string | undefined
  /** What the person can do, if nothing went wrong and nothing was done either. */
  hint: string | undefined
  forget: () => void
}

/** Runs something that talks to the server or the device: one at a time, with its pending state and its fault. */
export function useAction<Arguments extends unknown[]>(
  work: (...given: Arguments) => Promise<void>,
): Action<Arguments> {
  const [pending, setPending] = useState(false)
  const [told, setTold] = useState<Told>({})
  const sentenceOf = useSentenceOf()
  const running = useRef(false)

  async function run(...given: Arguments) {
    if (running.current) return
    running.current = true
    setPending(true)
    setTold({})
    try {
      await work(...given)
    } catch (thrown) {
      setTold(sentenceOf(thrown))
    } finally {
      running.current = false
      setPending(false)
    }
  }

  return { run, pending, fault: told.fault, hint: told.hint, forget: useCallback(() => setTold({}), []) }
}
