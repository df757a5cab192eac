'use client'

import type { ReactNode } from 'react'
import { useKeptProgress } from '#app/_ui/browser/use-kept-progress.ts'
import { Steps } from '#app/_ui/layout/steps.tsx'
import type { SignUpMode } from '#app/_web/sign-up.ts'
import { useWords } from '#app/_ui/language/words.tsx'
import { AddressStep } from '#app/sign-up/address-step.tsx'
import { CodeStep } from '#app/sign-up/code-step.tsx'
import { DoneStep } from '#app/sign-up/done-step.tsx'
import { PasskeyStep } from '#app/sign-up/passkey-step.tsx'
import { WaitingStep } from '#app/sign-up/waiting-step.tsx'
import { type Invited, MEMORY, type Progress, STEP_NAMES, STEP_OF } from '#app/sign-up/progress.ts'

type Props = {
  next: string
  signIn: string
  mode?: SignUpMode
  invited?: Invited
  keepsLetters: boolean
  agreement: ReactNode
}

/** The steps of a sign-up, one after the other in one page. `invited`: with an invitation. */
export function SignUpFlow({ next, signIn, mode, invited, keepsLetters, agreement }: Props) {
  const say = useWords('signUp')
  const [progress, go] = useKeptProgress<Progress>(MEMORY, () => ({ step: 'address', email: invited?.email ?? '' }))

  return (
    <>
      <div className="mb-7">
        <Steps names={STEP_NAMES.map((name) => say(`steps.${name}`))} at={STEP_OF[progress.step]} />
      </div>
      <div key={progress.step} className="arriving">
        {progress.step === 'address' && (
          <AddressStep {...progress} mode={mode} invited={invited} signIn={signIn} agreement={agreement} go={go} />
        )}
        {progress.step === 'code' && <CodeStep {...progress} keepsLetters={keepsLetters} go={go} />}
        {progress.step === 'passkey' && <PasskeyStep {...progress} go={go} />}
        {progress.step === 'waiting' && <WaitingStep email={progress.email} />}
        {progress.step === 'done' && <DoneStep email={progress.email} next={next} />}
      </div>
    </>
  )
}
