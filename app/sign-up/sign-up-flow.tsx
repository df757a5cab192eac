'use client'

import type { ReactNode } from 'react'
import { useKeptProgress } from '#app/_ui/browser/use-kept-progress.ts'
import { Steps } from '#app/_ui/layout/steps.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressStep } from '#app/sign-up/address-step.tsx'
import { CodeStep } from '#app/sign-up/code-step.tsx'
import { DoneStep } from '#app/sign-up/done-step.tsx'
import { PasskeyStep } from '#app/sign-up/passkey-step.tsx'
import { MEMORY, type Progress, STEP_NAMES, STEP_OF } from '#app/sign-up/progress.ts'

type Props = { next: string; signIn: string; keepsLetters: boolean; agreement: ReactNode }

/** The steps of a sign-up, one after the other in one page. */
export function SignUpFlow({ next, signIn, keepsLetters, agreement }: Props) {
  const say = useWords('signUp')
  const [progress, go] = useKeptProgress<Progress>(MEMORY, () => ({ step: 'address', email: '' }))

  return (
    <>
      <div className="mb-7">
        <Steps names={STEP_NAMES.map((name) => say(`steps.${name}`))} at={STEP_OF[progress.step]} />
      </div>
      <div key={progress.step} className="arriving">
        {progress.step === 'address' && <AddressStep {...progress} signIn={signIn} agreement={agreement} go={go} />}
        {progress.step === 'code' && <CodeStep {...progress} keepsLetters={keepsLetters} go={go} />}
        {progress.step === 'passkey' && <PasskeyStep {...progress} go={go} />}
        {progress.step === 'done' && <DoneStep email={progress.email} next={next} />}
      </div>
    </>
  )
}
