'use client'

import { StepHeading } from '#app/_ui/layout/step-heading.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { FreshCode } from '#app/recover/fresh-code.tsx'
import type { Go } from '#app/recover/progress.ts'

/** Says that nobody completed the recovery in its 72 hours. */
export function RunOut({ email, go }: { email: string; go: Go }) {
  const say = useWords('recover')
  return (
    <>
      <StepHeading>{say('runOut')}</StepHeading>
      <div className="mt-1.5">
        <FreshCode email={email} go={go}>
          {say('runOutHint')}
        </FreshCode>
      </div>
    </>
  )
}
