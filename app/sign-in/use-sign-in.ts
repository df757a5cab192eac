'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { carriedRefusal, carryRefusal } from '#app/sign-in/carried-refusal.ts'
import { beginSignIn, finishSignIn, type Picked } from '#app/sign-in/finish-sign-in.ts'
import { offerPasskeys } from '#app/sign-in/offer-passkeys.ts'
import { getPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import type { TakeBack } from '#app/_ui/api/problem.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { type Told, useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'

export type Phase = 'waiting' | 'asking' | 'checking' | 'in'

/** What came of a try: something to tell, or the offer to take the account back. */
type Outcome = { told: Told; takeBack?: TakeBack }

const NOTHING_YET: Outcome = { told: {} }

/** Signs in with a passkey, by the button or by the list under the field, and goes on to `next`. */
export function useSignIn(next: string) {
  const [phase, setPhase] = useState<Phase>('waiting')
  const sentenceOf = useSentenceOf()
  // The page before may have asked for a passkey that the server refused.
  const [{ told, takeBack }, setOutcome] = useState(() => outcomeOf(carriedRefusal(), sentenceOf))
  const withdraw = useRef(() => {})

  /** One try, and another one with fresh options if the person's took so long that the server had given up on it. */
  const attempt = useCallback(
    async (pick: () => Promise<Picked>): Promise<boolean> => {
      try {
        setOutcome(NOTHING_YET)
        const picked = await pick()
        setPhase('checking')
        await finishSignIn(picked).catch(async (thrown: unknown) => {
          if (!isOver(thrown)) throw thrown
          setPhase('asking')
          const again = await ask()
          setPhase('checking')
          await finishSignIn(again)
        })
        setPhase('in')
        window.location.assign(next)
        return true
      } catch (thrown) {
        setPhase('waiting')
        setOutcome(outcomeOf(thrown, sentenceOf))
        return false
      }
    },
    [next, sentenceOf],
  )

  const offer = useCallback(() => {
    withdraw.current()
    withdraw.current = offerPasskeys(beginSignIn, (picked) => attempt(async () => picked))
  }, [attempt])

  useEffect(() => {
    offer()
    return () => withdraw.current()
  }, [offer])

  useEffect(() => () => carryRefusal(undefined), [])

  async function signIn() {
    if (phase !== 'waiting') return
    withdraw.current()
    setPhase('asking')
    if (!(await attempt(ask))) offer()
  }

  return { signIn, phase, ...told, takeBack, forget: () => setOutcome(NOTHING_YET) }
}

async function ask(): Promise<Picked> {
  const begun = await beginSignIn()
  return { ...begun, credential: await getPasskey(begun.options) }
}

function outcomeOf(thrown: unknown, sentenceOf: (thrown: unknown) => Told): Outcome {
  if (thrown === undefined) return NOTHING_YET
  if (isRefusal(thrown, 'way_retired') && thrown.takeBack) return { told: {}, takeBack: thrown.takeBack }
  return { told: sentenceOf(thrown) }
}
