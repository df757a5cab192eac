'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Begun, offerPasskeys, type Picked } from '#app/sign-in/offer-passkeys.ts'
import { answer, api } from '#app/_ui/api/api.ts'
import { getPasskey, signalAccepted, signalUnknown } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { isOver } from '#app/_ui/api/is-over.ts'
import type { TakeBack } from '#app/_ui/api/problem.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { type Told, useSentenceOf } from '#app/_ui/api/use-sentence-of.ts'

export type Phase = 'waiting' | 'asking' | 'checking' | 'in'

/** Signs in with a passkey, by the button or by the list under the field, and goes on to `next`. */
export function useSignIn(next: string) {
  const [phase, setPhase] = useState<Phase>('waiting')
  const [told, setTold] = useState<Told>({})
  const [takeBack, setTakeBack] = useState<TakeBack>()
  const sentenceOf = useSentenceOf()
  const withdraw = useRef(() => {})

  /** One try, and another one with fresh options if the person's took so long that the server had given up on it. */
  const attempt = useCallback(
    async (pick: () => Promise<Picked>): Promise<boolean> => {
      try {
        setTold({})
        await finish(await pick(), setPhase).catch(async (thrown: unknown) => {
          if (!isOver(thrown)) throw thrown
          setPhase('asking')
          await finish(await ask(), setPhase)
        })
        setPhase('in')
        window.location.assign(next)
        return true
      } catch (thrown) {
        setPhase('waiting')
        if (isRefusal(thrown, 'way_retired') && thrown.takeBack) setTakeBack(thrown.takeBack)
        else setTold(sentenceOf(thrown))
        return false
      }
    },
    [next, sentenceOf],
  )

  const offer = useCallback(() => {
    withdraw.current()
    withdraw.current = offerPasskeys(begin, (picked) => attempt(async () => picked))
  }, [attempt])

  useEffect(() => {
    offer()
    return () => withdraw.current()
  }, [offer])

  async function signIn() {
    if (phase !== 'waiting') return
    withdraw.current()
    setPhase('asking')
    if (!(await attempt(ask))) offer()
  }

  return { signIn, phase, ...told, takeBack, forget: () => setTakeBack(undefined) }
}

async function begin(): Promise<Begun> {
  return answer(api['sign-in'].options.$post({ json: {} }))
}

async function ask(): Promise<Picked> {
  const begun = await begin()
  return { ...begun, credential: await getPasskey(begun.options) }
}

async function finish({ ceremony, options, credential }: Picked, setPhase: (phase: Phase) => void): Promise<void> {
  setPhase('checking')
  try {
    const { accepted } = await answer(api['sign-in'].$post({ json: { ceremony, credential } }))
    await signalAccepted(accepted)
  } catch (thrown) {
    // Only this one refusal means that the passkey is nobody's. Any other may be about the moment, and a signal may delete it.
    if (isRefusal(thrown, 'unknown_passkey'))
      await signalUnknown(options.rpId ?? window.location.hostname, credential.id)
    throw thrown
  }
}
