'use client'

import { useCallback, useEffect, useState } from 'react'
import { carriedAddress } from '#app/_ui/carried-address.ts'
import { Door } from '#app/_ui/door.tsx'
import { NoScript } from '#app/_ui/no-script.tsx'
import { Steps } from '#app/_ui/steps.tsx'
import { useWords } from '#app/_ui/words.tsx'
import { FoundIt } from '#app/recover/found-it.tsx'
import { keepProgress, keptProgress } from '#app/recover/kept-progress.ts'
import { placeOf, type Progress, STEP_NAMES } from '#app/recover/progress.ts'
import { RecoverStep } from '#app/recover/recover-step.tsx'

/** The way back in, one step after the other in one tab. */
export function RecoverFlow({ name, delay, keepsLetters }: { name: string; delay: number; keepsLetters: boolean }) {
  const say = useWords('recover')
  const [progress, setProgress] = useState<Progress>(() => ({ step: 'address', email: carriedAddress() }))
  const place = placeOf(progress)
  const stopped = progress.step === 'cancelled'

  useEffect(() => {
    const kept = keptProgress()
    if (kept) setProgress(kept)
  }, [])

  const go = useCallback((to: Progress) => {
    keepProgress(to)
    setProgress(to)
  }, [])

  return (
    <Door name={name} below={place < STEP_NAMES.length && !stopped && <FoundIt onOther={'pass' in progress ? () => go({ step: 'address', email: '' }) : undefined} />}>
      {!stopped && (
        <div className="mb-7">
          <Steps names={STEP_NAMES.map((name) => say(`steps.${name}`))} at={place} />
        </div>
      )}
      <div key={progress.step} className="arriving">
        <RecoverStep progress={progress} delay={delay} keepsLetters={keepsLetters} go={go} />
      </div>
      <NoScript />
    </Door>
  )
}
