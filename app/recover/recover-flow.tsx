'use client'

import type { ReactNode } from 'react'
import { carriedAddress } from '#app/_ui/browser/carried-address.ts'
import { useKeptProgress } from '#app/_ui/browser/use-kept-progress.ts'
import { PublicFrame } from '#app/_ui/layout/public-frame.tsx'
import { Steps } from '#app/_ui/layout/steps.tsx'
import type { Product } from '#app/_ui/marks/wordmark.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { FoundIt } from '#app/recover/found-it.tsx'
import { MEMORY } from '#app/recover/memory.ts'
import { placeOf, type Progress, STEP_NAMES } from '#app/recover/progress.ts'
import { RecoverStep } from '#app/recover/recover-step.tsx'

type Props = { product: Product; footer: ReactNode; delay: number; keepsLetters: boolean }

/** The way back in, one step after the other in one tab. */
export function RecoverFlow({ product, footer, delay, keepsLetters }: Props) {
  const say = useWords('recover')
  const [progress, go] = useKeptProgress<Progress>(MEMORY, () => ({ step: 'address', email: carriedAddress() }))
  const place = placeOf(progress)
  const cancelled = progress.step === 'cancelled'

  return (
    <PublicFrame
      product={product}
      footer={footer}
      below={
        place < STEP_NAMES.length &&
        !cancelled && <FoundIt onOther={'pass' in progress ? () => go({ step: 'address', email: '' }) : undefined} />
      }
    >
      {!cancelled && (
        <div className="mb-7">
          <Steps names={STEP_NAMES.map((name) => say(`steps.${name}`))} at={place} />
        </div>
      )}
      <div key={progress.step} className="arriving">
        <RecoverStep progress={progress} delay={delay} keepsLetters={keepsLetters} go={go} />
      </div>
    </PublicFrame>
  )
}
